package microstorm.messaging.settings;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.source.file.FileSystemConfigSource;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import microstorm.messaging.MessagingConfig;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** The sources from which a service reads settings. */
enum SettingsChannel {
  ENVIRONMENT {
    @Override
    ConfigSource source(Path directory, Map<String, String> settings) {
      Map<String, String> variables = new HashMap<>();
      settings.forEach(
          (key, value) ->
              variables.put(key.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"), value));
      return new EnvConfigSource(variables, EnvConfigSource.ORDINAL);
    }
  },
  /** A directory in which each setting has a file of its own. */
  FILES {
    @Override
    ConfigSource source(Path directory, Map<String, String> settings) throws IOException {
      for (Map.Entry<String, String> setting : settings.entrySet()) {
        Files.writeString(directory.resolve(setting.getKey()), setting.getValue());
      }
      return files(directory);
    }
  },
  /** A mounted Secret: links to files in a directory that is replaced as a whole. */
  MOUNTED_SECRET {
    @Override
    ConfigSource source(Path directory, Map<String, String> settings) throws IOException {
      Path version = Files.createDirectory(directory.resolve("..2026_11_29"));
      Path data = Files.createSymbolicLink(directory.resolve("..data"), version.getFileName());
      for (Map.Entry<String, String> setting : settings.entrySet()) {
        Files.writeString(version.resolve(setting.getKey()), setting.getValue() + "\n");
        Files.createSymbolicLink(
            directory.resolve(setting.getKey()), data.getFileName().resolve(setting.getKey()));
      }
      return files(directory);
    }
  },
  /** A file that QUARKUS_CONFIG_LOCATIONS names. */
  PROPERTIES {
    @Override
    ConfigSource source(Path directory, Map<String, String> settings) throws IOException {
      Path file = directory.resolve("settings.properties");
      Properties properties = new Properties();
      properties.putAll(settings);
      try (OutputStream out = Files.newOutputStream(file)) {
        properties.store(out, null);
      }
      return new PropertiesConfigSource(file.toUri().toURL(), EnvConfigSource.ORDINAL);
    }
  };

  abstract ConfigSource source(Path directory, Map<String, String> settings) throws IOException;

  /** The configuration as the services build it. */
  SmallRyeConfig config(Path directory, Map<String, String> settings) {
    return builder(directory, settings).addDiscoveredInterceptors().build();
  }

  /** The negative control: SmallRye Config alone. */
  SmallRyeConfig plainConfig(Path directory, Map<String, String> settings) {
    return builder(directory, settings).build();
  }

  private SmallRyeConfigBuilder builder(Path directory, Map<String, String> settings) {
    try {
      return new SmallRyeConfigBuilder()
          .addDefaultInterceptors()
          .addDiscoveredConverters()
          .withDefaultValue("microstorm.messaging.topic", "test.events")
          .withDefaultValue("microstorm.messaging.source", "/test-service")
          .withMapping(MessagingConfig.class)
          .withSources(source(Files.createTempDirectory(directory, "channel"), settings));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ConfigSource files(Path directory) {
    return new FileSystemConfigSource(directory.toFile());
  }
}
