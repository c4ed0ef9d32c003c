package microstorm.messaging.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import microstorm.messaging.MessagingConfig;
import microstorm.messaging.fixture.SaslBroker;
import microstorm.messaging.fixture.Servers;
import microstorm.testing.TestServers;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A password is used as it was set, with any characters and from any source of settings. */
class LiteralSettingsTest {

  private static final String PASSWORD = "quarkus.datasource.password";
  private static final String KAFKA_NAME = "microstorm.messaging.kafka-login.username";
  private static final String KAFKA_PASSWORD = "microstorm.messaging.kafka-login.password";
  private static final String STORE_PASSWORD = "kafka.ssl.truststore.password";

  @TempDir static Path directory;
  private static SaslBroker broker;

  @BeforeAll
  static void startBroker() {
    broker = new SaslBroker(directory.resolve("broker"));
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  static Stream<String> passwords() {
    return Stream.of(
        "p${x:}q",
        "p${HOME}q",
        "${quarkus.uuid}",
        "a$$b",
        "a\\${b}",
        "a\\$b",
        "$",
        "back\\slash\\n\\u0041\\",
        "qu\"o't\"e`s",
        " blanks before, within and after ",
        "#!=:;,&%?/@+[]{}()<>|*~^",
        "ümläut-ß-漢字",
        "emoji \uD83D\uDE80\uD83D\uDC69\u200D\uD83D\uDE80",
        "$(LOGIN_NAME) %s %20 \\\" '' --");
  }

  private static Map<String, String> settings(String password) {
    return Map.of(
        PASSWORD, password,
        KAFKA_NAME, "name " + password,
        KAFKA_PASSWORD, password,
        STORE_PASSWORD, password);
  }

  private static SmallRyeConfig environment(String password) {
    return SettingsChannel.ENVIRONMENT.config(directory, settings(password));
  }

  @ParameterizedTest
  @MethodSource("passwords")
  void everyChannelKeepsAPasswordUnchanged(String password) {
    for (SettingsChannel channel : SettingsChannel.values()) {
      SmallRyeConfig config = channel.config(directory, settings(password));
      assertThat(config.getValue(PASSWORD, String.class)).as("%s", channel).isEqualTo(password);
      assertThat(config.getValue(STORE_PASSWORD, String.class)).isEqualTo(password);
      MessagingConfig.KafkaLogin login =
          config.getConfigMapping(MessagingConfig.class).kafkaLogin();
      assertThat(login.username()).contains("name " + password);
      assertThat(login.password()).contains(password);
    }
  }

  /** The negative control. */
  @ParameterizedTest
  @EnumSource
  void withoutTheInterceptorExpressionsAreExpanded(SettingsChannel channel) {
    assertThat(
            Stream.of("p${x:}q", "a$$b", "a\\${b}")
                .map(password -> channel.plainConfig(directory, settings(password)))
                .map(config -> config.getValue(PASSWORD, String.class)))
        .containsExactly("pq", "a$b", "a${b}");
  }

  /** The packaged defaults of a service are not settings from outside. */
  @Test
  void theProgramsOwnDefaultsAreStillExpanded() throws IOException {
    SmallRyeConfig config =
        new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .addDiscoveredInterceptors()
            .withDefaultValue("greeting", "Hello ${name}")
            .withSources(SettingsChannel.ENVIRONMENT.source(directory, Map.of("name", "Ana")))
            .build();
    assertThat(config.getValue("greeting", String.class)).isEqualTo("Hello Ana");
  }

  @ParameterizedTest
  @MethodSource("passwords")
  void postgresAcceptsThePasswordThatWasSet(String password) throws SQLException {
    Servers.execute(
        Servers.database(Servers.url("postgres")),
        "drop role if exists literal; create role literal login password '%s'"
            .formatted(password.replace("'", "''")));
    String url = TestServers.postgres().superuser("postgres").jdbcUrl();
    String set = environment(password).getValue(PASSWORD, String.class);
    try (Connection connection = DriverManager.getConnection(url, "literal", set)) {
      assertThat(connection.isValid(5)).isTrue();
    }
    assertThatThrownBy(() -> DriverManager.getConnection(url, "literal", set + "x"))
        .as("the control: another password")
        .hasMessageContaining("password authentication failed");
  }

  @ParameterizedTest
  @MethodSource("passwords")
  void kafkaAcceptsThePasswordThatWasSet(String password) throws Exception {
    assertThat(signIn(broker.newUser(password), environment(password))).isNotEmpty();
  }

  /** The negative control. */
  @Test
  void kafkaRefusesAPasswordThatWasExpanded() {
    String name = broker.newUser("p${x:}q");
    SmallRyeConfig plain = SettingsChannel.ENVIRONMENT.plainConfig(directory, settings("p${x:}q"));
    assertThatThrownBy(() -> signIn(name, plain))
        .hasCauseInstanceOf(SaslAuthenticationException.class);
  }

  @Test
  void aMechanismWithoutPasswordsIsRefused() {
    Map<String, Object> connection = Map.of("sasl.mechanism", "OAUTHBEARER");
    assertThatThrownBy(
            () ->
                KafkaConnection.withLogin(
                    connection, new Login(Optional.of("name"), Optional.empty())))
        .hasMessageContaining("kafka.sasl.mechanism is OAUTHBEARER; it must be one of [PLAIN,");
  }

  @Test
  void aConfiguredJaasLineIsKept() {
    Map<String, Object> connection = Map.of("sasl.jaas.config", "by hand");
    Login login = new Login(Optional.of("name"), Optional.of("password"));
    assertThat(KafkaConnection.withLogin(connection, login)).isEqualTo(connection);
  }

  private static String signIn(String name, SmallRyeConfig config) throws Exception {
    MessagingConfig.KafkaLogin login = config.getConfigMapping(MessagingConfig.class).kafkaLogin();
    Map<String, Object> connection =
        KafkaConnection.withLogin(
            Map.of(
                "bootstrap.servers", broker.address(),
                "security.protocol", "SASL_PLAINTEXT",
                "sasl.mechanism", "SCRAM-SHA-512"),
            new Login(Optional.of(name), login.password()));
    try (Admin admin = Admin.create(connection)) {
      return admin.describeCluster().clusterId().get(60, TimeUnit.SECONDS);
    }
  }

  private record Login(Optional<String> username, Optional<String> password)
      implements MessagingConfig.KafkaLogin {}

  /** A Kafka client opens its trust store when it is created. */
  @ParameterizedTest
  @MethodSource("passwords")
  void aTrustStoreOpensWithThePasswordThatWasSet(String password) throws Exception {
    Path file = directory.resolve("trust.jks");
    KeyStore store = KeyStore.getInstance("JKS");
    store.load(null, null);
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, password.toCharArray());
    }
    String set = environment(password).getValue(STORE_PASSWORD, String.class);
    assertThatCode(() -> trusting(file, set).close()).doesNotThrowAnyException();
    assertThatThrownBy(() -> trusting(file, set + "x"))
        .as("the control: another password")
        .hasStackTraceContaining("password was incorrect");
  }

  private static Admin trusting(Path file, String password) {
    return Admin.create(
        KafkaPasswords.literal(
            Map.of(
                "bootstrap.servers", "127.0.0.1:1",
                "security.protocol", "SSL",
                "ssl.truststore.type", "JKS",
                "ssl.truststore.location", file.toString(),
                "ssl.truststore.password", password)));
  }
}
