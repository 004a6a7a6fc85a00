package chat.waddle.server.http;

import java.time.Duration;
import java.util.List;

/// Why a request is refused, said without any word of HTTP; [Problems] alone knows the status of each.
///
/// `code` is stable, snake_case and made for programs; `detail` is one sentence for people and must never hold a
/// secret, SQL or a path of the machine. Immutable.
public sealed interface Problem {
    String code();

    String detail();

    /// This refusal as an exception, for `throw`.
    default ProblemException asException() {
        return new ProblemException(this);
    }

    /// The request cannot be read at all; `errors` names the field where one is to blame.
    record Malformed(String code, String detail, List<FieldError> errors) implements Problem {
        public Malformed {
            Codes.check(code);
            errors = List.copyOf(errors);
        }

        public Malformed(String code, String detail) {
            this(code, detail, List.of());
        }
    }

    /// Nobody is signed in, or the token is not good any more.
    record NotSignedIn(String code, String detail) implements Problem {
        public NotSignedIn {
            Codes.check(code);
        }

        public NotSignedIn() {
            this("not_signed_in", "Sign in first: send a valid access token.");
        }
    }

    /// Signed in, but not allowed on something the caller may see.
    record Forbidden(String code, String detail) implements Problem {
        public Forbidden {
            Codes.check(code);
        }
    }

    /// Unknown, or not visible to the caller: the two are never told apart.
    record NotFound(String code, String detail) implements Problem {
        public NotFound {
            Codes.check(code);
        }

        public NotFound() {
            this("not_found", "There is nothing here that you may see.");
        }
    }

    /// The path exists, but not with this verb.
    record WrongMethod(List<String> allowed) implements Problem {
        public WrongMethod {
            allowed = List.copyOf(allowed);
        }

        @Override
        public String code() {
            return "wrong_method";
        }

        @Override
        public String detail() {
            return "This path accepts only " + String.join(", ", allowed) + ".";
        }
    }

    /// The client sent its request too slowly.
    record TooSlow(String detail) implements Problem {
        @Override
        public String code() {
            return "too_slow";
        }
    }

    /// The present state does not allow it.
    record Conflict(String code, String detail) implements Problem {
        public Conflict {
            Codes.check(code);
        }
    }

    /// It was here and will not come back.
    record Gone(String code, String detail) implements Problem {
        public Gone {
            Codes.check(code);
        }
    }

    /// Nothing of the thing lies in the range that was asked for.
    record NoSuchRange(String detail) implements Problem {
        @Override
        public String code() {
            return "range_not_satisfiable";
        }
    }

    /// Larger than the limit of this request.
    record TooLarge(String code, String detail) implements Problem {
        public TooLarge {
            Codes.check(code);
        }
    }

    /// The content is not of a type this request takes.
    record WrongType(String code, String detail) implements Problem {
        public WrongType {
            Codes.check(code);
        }
    }

    /// Well-formed, but at least one field breaks a rule.
    record Invalid(String code, String detail, List<FieldError> errors) implements Problem {
        public Invalid {
            Codes.check(code);
            errors = List.copyOf(errors);
        }

        public Invalid(List<FieldError> errors) {
            this("invalid", "Some fields cannot be accepted.", errors);
        }

        public Invalid(String field, String code, String message) {
            this(List.of(new FieldError(field, code, message)));
        }
    }

    /// The caller has used up an allowance.
    record TooManyRequests(String code, String detail, Duration retryAfter) implements Problem {
        public TooManyRequests {
            Codes.check(code);
        }
    }

    /// Cannot be served at the moment: overloaded, quarantined, stopping.
    record Unavailable(String code, String detail, Duration retryAfter) implements Problem {
        public Unavailable {
            Codes.check(code);
        }
    }

    /// The community's file has reached its size limit; reads and deletes go on.
    record ShardFull(String detail) implements Problem {
        @Override
        public String code() {
            return "shard_full";
        }
    }

    /// The disk under the server is full; nothing of the request was stored.
    record DiskFull(String detail) implements Problem {
        @Override
        public String code() {
            return "disk_full";
        }
    }

    /// A fault of the server; the cause stands in its log under the request id.
    record Unexpected() implements Problem {
        @Override
        public String code() {
            return "internal_error";
        }

        @Override
        public String detail() {
            return "Something went wrong in the server. The request id leads to the cause in its log.";
        }
    }
}
