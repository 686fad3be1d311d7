package banyan.item;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelReference;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * CEL, and nothing else of it anywhere: names with types, the house's functions, and bounds, so that no package can make the
 * terminal wait. Making the first one loads some hundreds of classes; it is made when the first rule is asked, not before.
 */
final class RuleLanguage {
    /** What a name holds. It knows nothing of CEL, so that naming a type starts no engine. */
    enum Type {
        TEXT,
        NUMBER,
        SUM,
        YES_NO
    }

    /** A rule ready to run. */
    record Compiled(CelRuntime.Program program, Set<String> names, boolean decides) {}

    sealed interface Compilation {
        record Ready(Compiled compiled) implements Compilation {}

        /**
         * It is no rule.
         *
         * @param sentence for the author of the package
         * @param line of the expression, from 1
         */
        record Refused(String sentence, int line) implements Compilation {}
    }

    /** What a rule came to; NOTHING where a name it needs has no value, or it cannot be computed. */
    sealed interface Computed {
        record Of(Object value) implements Computed {}

        record Nothing() implements Computed {}
    }

    private static final CelOptions BOUNDS = CelOptions.current()
            .maxExpressionCodePointSize(2_000)
            .maxParseRecursionDepth(40)
            .comprehensionMaxIterations(1_000)
            .maxRegexProgramSize(1_000)
            .enableHeterogeneousNumericComparisons(true)
            .build();

    private static final class Engine {
        static final CelRuntime ONE = CelRuntimeFactory.legacyCelRuntimeBuilder()
                .setOptions(BOUNDS)
                .addFunctionBindings(
                        CelFunctionBinding.from("phone_ok", String.class, PhoneNumber::valid),
                        CelFunctionBinding.from("id_number_ok", String.class, CitizenNumber::valid),
                        CelFunctionBinding.from("bank_card_ok", String.class, BankCard::valid),
                        CelFunctionBinding.from("months_between", String.class, String.class, Months::between),
                        CelFunctionBinding.from("add_months", String.class, Long.class, Months::add),
                        CelFunctionBinding.from("first_month_of_year", String.class, Months::firstOfYear))
                .build();
    }

    private final CelCompiler compiler;

    RuleLanguage(Map<String, Type> names) {
        var builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(BOUNDS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addFunctionDeclarations(
                        function("phoneOk", "phone_ok", SimpleType.BOOL, SimpleType.STRING),
                        function("idNumberOk", "id_number_ok", SimpleType.BOOL, SimpleType.STRING),
                        function("bankCardOk", "bank_card_ok", SimpleType.BOOL, SimpleType.STRING),
                        function(
                                "monthsBetween",
                                "months_between",
                                SimpleType.INT,
                                SimpleType.STRING,
                                SimpleType.STRING),
                        function("addMonths", "add_months", SimpleType.STRING, SimpleType.STRING, SimpleType.INT),
                        function("firstMonthOfYear", "first_month_of_year", SimpleType.STRING, SimpleType.STRING));
        names.forEach((name, type) -> builder.addVar(name, cel(type)));
        compiler = builder.build();
    }

    private static CelType cel(Type type) {
        return switch (type) {
            case TEXT -> SimpleType.STRING;
            case NUMBER -> SimpleType.INT;
            case SUM -> SimpleType.DOUBLE;
            case YES_NO -> SimpleType.BOOL;
        };
    }

    private static CelFunctionDecl function(String name, String id, CelType result, CelType... arguments) {
        return CelFunctionDecl.newFunctionDeclaration(
                name, CelOverloadDecl.newGlobalOverload(id, result, List.of(arguments)));
    }

    Compilation compile(String expression) {
        var result = compiler.compile(expression);
        if (result.hasError()) {
            var first = result.getErrors().getFirst();
            var refused = new Compilation.Refused(
                    sentence(first.getMessage()), first.getSourceLocation().getLine());
            return refused;
        }
        try {
            var ast = result.getAst();
            var names = ast.getReferenceMap().values().stream()
                    .map(CelReference::name)
                    .filter(name -> !name.isEmpty() && !name.startsWith("@"))
                    .collect(Collectors.toUnmodifiableSet());
            boolean decides = ast.getResultType().equals(SimpleType.BOOL);
            return new Compilation.Ready(new Compiled(Engine.ONE.createProgram(ast), names, decides));
        } catch (CelValidationException | CelEvaluationException refused) {
            return new Compilation.Refused(sentence(String.valueOf(refused.getMessage())), 1);
        }
    }

    /** CEL's own words are for programmers; the two commonest are said plainly. */
    private static String sentence(String message) {
        var undeclared = "undeclared reference to '";
        if (message.startsWith(undeclared)) {
            var name = message.substring(undeclared.length(), message.indexOf('\'', undeclared.length()));
            return "knows no '" + name + "', or no such name under it";
        }
        return message.startsWith("mismatched input") || message.startsWith("extraneous input")
                ? "does not read as an expression: " + message
                : message;
    }

    Computed run(Compiled compiled, Map<String, Object> values) {
        try {
            Object value = compiled.program().eval(values);
            // A value that is not there comes back as CEL's own set of unknowns, which is none of these.
            return switch (value) {
                case Boolean _, Long _, Double _, String _ -> new Computed.Of(value);
                case null, default -> new Computed.Nothing();
            };
        } catch (CelEvaluationException _) {
            return new Computed.Nothing();
        }
    }

    static Optional<Boolean> decided(Computed computed) {
        return computed instanceof Computed.Of(var value) && value instanceof Boolean yes
                ? Optional.of(yes)
                : Optional.empty();
    }
}
