package chat.waddle.server.http;

import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/// Tests of what must not depend on how a request comes in: they run with all routes behind Javalin, then with all in
/// front of it.
@ParameterizedClass(name = "hot path {0}")
@ValueSource(booleans = {false, true})
abstract class OnBothPaths {
    @Parameter
    boolean hot;

    @BeforeParameterizedClassInvocation
    static void choose(boolean hot) {
        ServerUnderTest.hotPath = hot;
    }

    @AfterParameterizedClassInvocation
    static void choose() {
        ServerUnderTest.hotPath = false;
    }
}
