package dev.darkroom.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.api.TaskIds;
import dev.darkroom.chaos.Operation;
import dev.darkroom.journal.Condition;
import dev.darkroom.journal.Condition.Result;
import dev.darkroom.journal.Conditions;
import dev.darkroom.journal.Exchange;
import dev.darkroom.journal.RecordedBody;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the conditions that an exchange must meet. */
final class MatchReader {

    private static final int MAX_CONDITIONS = 50;
    private static final int MAX_REGEXES = 10;
    private static final List<String> FIELDS =
            List.of("operation", "method", "path", "status", "task_id", "fault", "headers", "json", "answer");

    /** The operations that clients request. The server itself starts the others. */
    static final Operation[] OPERATIONS = {Operation.CREATE, Operation.POLL, Operation.CREDITS, Operation.FILE};

    private static final String TOKEN = "[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}";

    private final ControlBody match;

    private MatchReader(ControlBody match) {
        this.match = match;
    }

    /** @throws ControlException when the field {@code match} is missing or invalid */
    static List<Condition> read(ControlBody request) {
        ControlBody match = request.object("match", FIELDS)
                .orElseThrow(() -> request.invalid("match", "It must be an object; {} matches every exchange."));
        MatchReader reader = new MatchReader(match);
        List<Condition> conditions =
                match.names().stream().flatMap(reader::conditions).toList();
        if (conditions.size() > MAX_CONDITIONS) {
            throw request.invalid("match", "It has more than " + MAX_CONDITIONS + " conditions.");
        }
        if (conditions.stream()
                        .filter(condition -> condition.expected().startsWith("matches "))
                        .count()
                > MAX_REGEXES) {
            throw request.invalid("match", "It has more than " + MAX_REGEXES + " regular expressions.");
        }
        return conditions;
    }

    private Stream<Condition> conditions(String field) {
        return switch (field) {
            case "operation" -> Stream.of(Conditions.operation(EnumNames.read(match, field, OPERATIONS)));
            case "method" -> Stream.of(method());
            case "path" -> Stream.of(path());
            case "status" -> Stream.of(status());
            case "task_id" -> Stream.of(taskId());
            case "fault" -> Stream.of(fault());
            case "headers" -> headers();
            case "json" -> json(field, exchange -> exchange.request().body());
            default -> json(field, exchange -> exchange.response().body());
        };
    }

    private Condition method() {
        return match.string("method")
                .filter(method -> method.matches(TOKEN))
                .map(method -> Conditions.method(method.toUpperCase(Locale.ROOT)))
                .orElseThrow(() -> match.invalid("method", "It must be a method such as POST."));
    }

    private Condition path() {
        return match.string("path")
                .filter(path -> path.startsWith("/") || path.startsWith("*"))
                .map(Conditions::path)
                .orElseThrow(() -> match.invalid(
                        "path", "It must be a path such as /v1/images/generations; '*' stands for any text."));
    }

    private Condition status() {
        JsonNode status = match.object().get("status");
        if (status.isInt() && (status.intValue() == 0 || status.intValue() >= 100 && status.intValue() <= 599)) {
            return Conditions.status(status.intValue());
        }
        if (status.isTextual() && status.textValue().matches("[1-5]xx")) {
            return Conditions.statusClass(status.textValue().charAt(0) - '0');
        }
        throw match.invalid(
                "status", "It must be a number from 100 to 599, a class such as \"5xx\", or 0 for no response.");
    }

    private Condition taskId() {
        return match.string("task_id")
                .flatMap(TaskIds::read)
                .map(Conditions::task)
                .orElseThrow(() -> match.invalid("task_id", "It must be the id of a task."));
    }

    private Condition fault() {
        Optional<String> rule = match.string("fault");
        if (rule.filter(String::isBlank).isPresent()) {
            throw match.invalid(
                    "fault", "It must be the name of a rule or trigger, or null for exchanges without a fault.");
        }
        return Conditions.fault(rule);
    }

    private Stream<Condition> headers() {
        ControlBody headers = match.map("headers", MAX_CONDITIONS);
        return headers.names().stream().map(name -> {
            if (!name.matches(TOKEN)) {
                throw headers.invalid(name, "It must be the name of a header.");
            }
            String value = headers.string(name)
                    .orElseThrow(() -> headers.invalid(name, "It must be a string; '*' stands for any text."));
            return Conditions.header(name, value);
        });
    }

    /** @param field the field of {@code match}, which is also the prefix of its conditions' names */
    private Stream<Condition> json(String field, Function<Exchange, RecordedBody> selector) {
        ControlBody fields = match.map(field, MAX_CONDITIONS);
        BodyCache bodies = new BodyCache(selector);
        return fields.names().stream().map(name -> {
            JsonPath path = JsonPath.parse(name).orElseThrow(() -> fields.invalid(name, JsonPath.RULE));
            JsonExpectation expectation = JsonExpectation.read(fields, name);
            return new Condition(field + "." + name, expectation.description(), exchange -> {
                JsonBody body = bodies.parse(exchange);
                List<JsonNode> values = body.object().map(path::find).orElse(List.of());
                return new Result(body.isComplete() && expectation.test().test(values), () -> body.reason()
                        .orElseGet(() -> describe(values)));
            });
        });
    }

    private static String describe(List<JsonNode> values) {
        return values.isEmpty()
                ? "(absent)"
                : values.stream().map(JsonNode::toString).collect(Collectors.joining(", "));
    }
}
