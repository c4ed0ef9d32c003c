package microstorm.board;

import io.mvnpm.esbuild.Bundler;
import io.mvnpm.esbuild.model.BundleOptions;
import io.mvnpm.esbuild.model.EsBuildConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The pages' model, bundled as for a browser and run without one, for the tests of a class. */
final class Model implements BeforeAllCallback, AfterAllCallback {

  private static final Path SOURCE = Path.of("target/model-source").toAbsolutePath();
  private static final Path WORK = Path.of("target/model").toAbsolutePath();

  /** What the model uses of a browser, for ASCII. */
  private static final String BROWSER =
      """
      globalThis.TextEncoder = class {
        encode(text) { return Uint8Array.from([...text].map(letter => letter.charCodeAt(0))); }
      };""";

  private Context context;

  @Override
  public void beforeAll(ExtensionContext test) throws IOException {
    Path app = Path.of("src/main/resources/web/app").toAbsolutePath();
    Files.createDirectories(SOURCE);
    Path entry = SOURCE.resolve("model.ts");
    Files.writeString(
        entry,
        Stream.of(
                "session/state",
                "session/select",
                "session/course",
                "session/draft",
                "session/form-draft",
                "client/database",
                "parts/drawing/qr",
                "texts/en",
                "texts/fields",
                "texts/log.de",
                "texts/refusals.de")
            .map(module -> "export * from '%s/%s.ts';\n".formatted(app, module))
            .reduce("", String::concat));
    Path bundled =
        Bundler.bundle(
                BundleOptions.builder()
                    .withWorkDir(WORK)
                    .withNodeModulesDir(WORK.resolve("node_modules"))
                    .addEntryPoint(SOURCE, "model.ts")
                    .withEsConfig(
                        EsBuildConfig.builder()
                            .bundle(true)
                            .format(EsBuildConfig.Format.ESM)
                            .build())
                    .build(),
                true)
            .dist();
    context =
        Context.newBuilder("js")
            .option("engine.WarnInterpreterOnly", "false")
            .option("js.esm-eval-returns-exports", "true")
            .allowExperimentalOptions(true)
            .build();
    context.eval("js", BROWSER);
    try (Stream<Path> files = Files.walk(bundled)) {
      Path script = files.filter(file -> file.toString().endsWith(".js")).findFirst().orElseThrow();
      Source source = Source.newBuilder("js", Files.readString(script), "model.mjs").build();
      context.getBindings("js").putMember("model", context.eval(source));
    }
  }

  /** The value of an expression in which {@code model} is the model. */
  Value eval(String expression) {
    return context.eval("js", "(" + expression + ")");
  }

  @Override
  public void afterAll(ExtensionContext test) {
    if (context != null) {
      context.close();
    }
  }
}
