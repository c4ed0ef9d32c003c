package microstorm.testing;

import static io.restassured.config.ObjectMapperConfig.objectMapperConfig;

import com.fasterxml.jackson.databind.ObjectMapper;
import groovy.lang.DelegatingMetaClass;
import groovy.lang.GroovyShell;
import groovy.lang.GroovySystem;
import groovy.lang.MetaClass;
import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;
import io.restassured.RestAssured;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.codehaus.groovy.runtime.InvokerHelper;

/**
 * Keeps what REST Assured would make anew: the class that Groovy compiles for each path by which a
 * test reads JSON, and the mapper of each request. Without this, they take a third of the processor
 * time of the tests.
 */
public class RestAssuredCaches implements QuarkusTestBeforeClassCallback {

  /** Paths may contain ids, so their number has no limit of its own. */
  private static final int MAX_PATHS = 2_000;

  private static final ObjectMapper JSON = new ObjectMapper().findAndRegisterModules();

  @Override
  public void beforeClass(Class<?> testClass) {
    RestAssured.config =
        RestAssured.config()
            .objectMapperConfig(
                objectMapperConfig().jackson2ObjectMapperFactory((type, charset) -> JSON));
    MetaClass shells = GroovySystem.getMetaClassRegistry().getMetaClass(GroovyShell.class);
    if (!(shells instanceof KeptPaths)) {
      MetaClass keeping = new KeptPaths(shells);
      keeping.initialize();
      GroovySystem.getMetaClassRegistry().setMetaClass(GroovyShell.class, keeping);
    }
  }

  /** Evaluates an expression by the class that was compiled for it before, if there is one. */
  private static final class KeptPaths extends DelegatingMetaClass {

    private final Map<String, Class<?>> compiled = new ConcurrentHashMap<>();

    KeptPaths(MetaClass original) {
      super(original);
    }

    @Override
    public Object invokeMethod(Object shell, String method, Object[] arguments) {
      return method.equals("evaluate") && arguments.length == 1
          ? evaluate((GroovyShell) shell, arguments[0].toString())
          : super.invokeMethod(shell, method, arguments);
    }

    private Object evaluate(GroovyShell shell, String path) {
      if (compiled.size() >= MAX_PATHS) {
        compiled.clear();
      }
      Class<?> script = compiled.computeIfAbsent(path, text -> shell.parse(text).getClass());
      return InvokerHelper.createScript(script, shell.getContext()).run();
    }
  }
}
