package microstorm.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestServersTest {
  @Test
  void configuresAnApplication() {
    TestServers servers = new TestServers();
    servers.init(Map.of("database", "sessions"));

    assertThat(servers.start())
        .containsEntry(
            "quarkus.datasource.jdbc.url", TestServers.postgres().database("sessions").jdbcUrl())
        .containsEntry("quarkus.datasource.username", "sessions_owner")
        .containsEntry("kafka.bootstrap.servers", TestServers.kafka().bootstrapServers());
  }

  @Test
  void anotherClassLoadersCopyUsesTheSameServers() throws Exception {
    URL here = TestServers.class.getProtectionDomain().getCodeSource().getLocation();
    ClassLoader quarkus = QuarkusLikeLoader.class.getClassLoader();
    try (QuarkusLikeLoader loader = new QuarkusLikeLoader(here, quarkus)) {
      Class<?> copy = loader.loadClass(SharedServers.class.getName());
      assertThat(copy).isNotEqualTo(SharedServers.class);
      var ask = copy.getDeclaredMethod("ask", String.class, String.class, String.class);
      ask.setAccessible(true);
      assertThat(ask.invoke(null, "kafka", "address", ""))
          .isEqualTo(TestServers.kafka().bootstrapServers());
    }
  }

  @Test
  void restartsAKilledServer() {
    TestServers.postgres().kill();
    assertThat(TestServers.postgres().alive()).isFalse();
    TestServers.postgres().start();
    assertThat(TestServers.postgres().alive()).isTrue();
  }

  /** Loads this module's classes itself, as Quarkus does, instead of asking its parent first. */
  private static final class QuarkusLikeLoader extends URLClassLoader {
    QuarkusLikeLoader(URL url, ClassLoader parent) {
      super(new URL[] {url}, parent);
    }

    @Override
    public Class<?> loadClass(String name) throws ClassNotFoundException {
      return name.startsWith("microstorm.testing.") ? findClass(name) : super.loadClass(name);
    }
  }
}
