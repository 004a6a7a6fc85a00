package chat.waddle.server.http;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Executable;
import java.lang.reflect.ParameterizedType;
import org.jspecify.annotations.Nullable;

/// Makes the null marks of a wire record its contract: a component without `@Nullable` must be present and not null.
final class RequiredUnlessNullable extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
        return isRequired(member) ? Boolean.TRUE : super.hasRequiredMarker(member);
    }

    @Override
    public JsonSetter.Value findSetterInfo(Annotated annotated) {
        return isRequired(annotated) ? JsonSetter.Value.forValueNulls(Nulls.FAIL) : super.findSetterInfo(annotated);
    }

    private static boolean isRequired(Annotated annotated) {
        if (!(annotated instanceof AnnotatedParameter parameter)
                || !parameter.getDeclaringClass().isRecord()
                || !(parameter.getOwner().getAnnotated() instanceof Executable executable)) {
            return false;
        }
        AnnotatedType[] types = executable.getAnnotatedParameterTypes();
        return parameter.getIndex() < types.length && isRequired(types[parameter.getIndex()]);
    }

    static boolean isRequired(AnnotatedType type) {
        return !type.isAnnotationPresent(Nullable.class) && !isChange(type);
    }

    private static boolean isChange(AnnotatedType type) {
        return type.getType() instanceof ParameterizedType generic && generic.getRawType() == Change.class;
    }
}
