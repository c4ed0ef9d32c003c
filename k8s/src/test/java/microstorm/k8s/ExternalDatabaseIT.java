package microstorm.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import microstorm.k8s.fixture.Certificates;
import microstorm.k8s.fixture.OnCluster;
import microstorm.k8s.fixture.Patience;
import microstorm.k8s.fixture.Release;
import microstorm.k8s.fixture.Service;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Tests the log's point "remote RDS": a database outside the release, over TLS and with the least
 * rights, and a Kafka outside the release, over TLS with a password.
 */
@OnCluster
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExternalDatabaseIT {

  private static final String DATABASE = "microstorm-database";
  private static final String VALUES = "k8s/src/test/resources/external/values.yaml";
  private static final String UNUSUAL_PASSWORD = "n${e:}w $$ \"#=\\${x} \uD83D\uDE80 ";
  private static final List<String> WITH_TEAM = List.of("test.team.existingSecret=test-team");
  private static final String ROLE = "QUARKUS_DATASOURCE_";
  private static final List<String> SERVERS = List.of("database", "kafka");
  private static final List<String> DATABASES = List.of("sessions", "ideas", "reports");

  private final Release release = new Release("microstorm-external");
  private final KubernetesClient cluster = release.client();

  @BeforeAll
  void startDatabaseThenRelease() {
    namespace(DATABASE);
    namespace(release.namespace());
    for (String server : SERVERS) {
      Certificates own = Certificates.of(server + "." + DATABASE + ".svc");
      secret(DATABASE, server + "-tls", Map.of("tls.key", own.key(), "tls.crt", own.certificate()));
      secret(release.namespace(), server + "-ca", Map.of("ca.crt", own.certificate()));
    }
    InputStream manifests = getClass().getResourceAsStream("/external/server.yaml");
    cluster.load(manifests).inNamespace(DATABASE).serverSideApply();
    for (String server : SERVERS) {
      cluster
          .apps()
          .deployments()
          .inNamespace(DATABASE)
          .withName(server)
          .waitUntilReady(Patience.PODS.toSeconds(), TimeUnit.SECONDS);
    }
    secret(
        release.namespace(),
        "kafka-login",
        Map.of("username", "microstorm", "password", "of-${micro:}storm$$\"\\${x}"));
    for (String database : DATABASES) {
      for (String role : List.of("owner", "app")) {
        login(database + "_" + role, role + "-of-" + database);
      }
    }
    release.install(VALUES, WITH_TEAM);
    createTeam();
  }

  /**
   * Creates the team for which {@code helm test} holds a session. The values name its Secret before
   * it exists.
   */
  private void createTeam() {
    String key = UUID.randomUUID().toString() + UUID.randomUUID();
    String body = "{\"name\": \"Deployment test\", \"ownerKey\": \"%s\"}".formatted(key);
    String request =
        """
        exec 3<>/dev/tcp/localhost/8080
        printf 'POST /api/teams HTTP/1.0\\r\\nContent-Type: application/json\\r\\nContent-Length: %d\\r\\n\\r\\n%s' \
          "${#0}" "$0" >&3
        timeout 30 cat <&3
        """;
    String answer =
        release
            .pods()
            .exec(release.pods().of(Service.SESSION).get(0), "bash", "-c", request, body)
            .text();
    Matcher slug = Pattern.compile("\"slug\":\"([^\"]+)").matcher(answer);
    assertThat(slug.find()).as(answer).isTrue();
    secret(release.namespace(), "test-team", Map.of("slug", slug.group(1), "ownerKey", key));
  }

  @AfterAll
  void deleteNamespaces() {
    cluster.namespaces().withName(DATABASE).delete();
    release.close();
  }

  @Test
  void aSessionRunsOnTheExternalDatabase() {
    assertThat(release.helm(List.of("test", "ms", "--timeout", "5m"))).contains("Succeeded");
  }

  /**
   * The upgrade migrates under the network policies of the previous release. Negative control: the
   * pods of the other services, whose Secrets are unchanged, keep running.
   */
  @Test
  void theNextUpgradeRestartsThePodsThatReadAChangedPassword() {
    List<String> readers = release.pods().names(Service.REPORT);
    List<String> others = release.pods().names(Service.SESSION, Service.IDEA);
    String alter = "alter role reports_app password '%s'".formatted(UNUSUAL_PASSWORD);
    sql("postgres", "postgres", "of-the-administrator", alter);
    login("reports_app", UNUSUAL_PASSWORD);
    release.install(VALUES, WITH_TEAM);
    assertThat(release.helm(List.of("history", "ms"))).contains("superseded", "deployed");
    assertThat(release.pods().names(Service.REPORT))
        .isNotEmpty()
        .doesNotContainAnyElementsOf(readers);
    assertThat(release.pods().names(Service.SESSION, Service.IDEA)).isEqualTo(others);
    aSessionRunsOnTheExternalDatabase();
  }

  @Test
  void everyConnectionIsEncryptedAndHasARoleThatCannotChangeTables() {
    assertThat(sql("postgres", "postgres", "of-the-administrator", CONNECTIONS))
        .contains("sessions_app t", "ideas_app t", "reports_app t")
        .doesNotContain("_app f", "_owner");
  }

  private static final String CONNECTIONS =
      "select distinct usename || ' ' || case when ssl then 't' else 'f' end"
          + " from pg_stat_activity join pg_stat_ssl using (pid) where usename <> 'postgres'";

  @Test
  void aServiceMayNeitherChangeTablesNorReadAnotherDatabase() {
    assertThat(sql("ideas", "ideas_app", "app-of-ideas", "select count(*) >= 0 from idea"))
        .isEqualToIgnoringWhitespace("t");
    assertThat(sql("ideas", "ideas_app", "app-of-ideas", "create table mine (id int)"))
        .contains("permission denied");
    assertThat(sql("ideas", "ideas_app", "app-of-ideas", "alter table idea add column mine int"))
        .contains("must be owner");
    assertThat(sql("sessions", "ideas_app", "app-of-ideas", "select 1"))
        .contains("permission denied for database");
  }

  /**
   * A service trusts only a server whose certificate its CA has signed. Negative control: with the
   * right CA the migration succeeds.
   */
  @Test
  void anotherServerIsNotTrusted() {
    Certificates other = Certificates.of("database." + DATABASE + ".svc");
    secret(release.namespace(), "other-ca", Map.of("ca.crt", other.certificate()));
    assertThat(migrationTrusting("database-ca")).isEqualTo("Succeeded");
    assertThat(migrationTrusting("other-ca")).isEqualTo("Failed");
  }

  /**
   * Runs a migration that trusts this CA, and returns the phase in which its pod ends. The network
   * policies treat the pod as one of the service.
   */
  private String migrationTrusting(String caSecret) {
    PodTemplateSpec service = release.pods().deployment(Service.IDEA).getSpec().getTemplate();
    Pod migration =
        new PodBuilder()
            .withNewMetadata()
            .withName("migration-" + caSecret)
            .withNamespace(release.namespace())
            .withLabels(Release.labels(Service.IDEA.component()))
            .addToLabels("app.kubernetes.io/name", "microstorm")
            .endMetadata()
            .withSpec(service.getSpec())
            .editSpec()
            .withServiceAccountName(null)
            .withRestartPolicy("Never")
            .editFirstContainer()
            .withArgs("migrate")
            .removeMatchingFromEnv(variable -> variable.getName().startsWith(ROLE))
            .addAllToEnv(List.of(owner("USERNAME"), owner("PASSWORD")))
            .addToEnv(new EnvVar("QUARKUS_FLYWAY_CONNECT_RETRIES", "3", null))
            .endContainer()
            .editMatchingVolume(volume -> volume.getName().equals("postgres-ca"))
            .editSecret()
            .withSecretName(caSecret)
            .endSecret()
            .endVolume()
            .endSpec()
            .build();
    cluster.resource(migration).create();
    String phase =
        await()
            .atMost(Patience.PODS)
            .until(
                () -> cluster.resource(migration).get().getStatus().getPhase(),
                List.of("Succeeded", "Failed")::contains);
    if (phase.equals("Failed")) {
      assertThat(cluster.pods().resource(migration).getLog()).contains("PKIX path");
    }
    cluster.resource(migration).delete();
    return phase;
  }

  private static EnvVar owner(String field) {
    return new EnvVarBuilder()
        .withName(ROLE + field)
        .withNewValueFrom()
        .withNewSecretKeyRef(field.toLowerCase(Locale.ROOT), "ideas-owner", false)
        .endValueFrom()
        .build();
  }

  /** Negative control: the server does refuse a connection without TLS. */
  @Test
  void aConnectionWithoutTlsIsRefused() {
    String plain = "host=127.0.0.1 dbname=ideas user=ideas_app password=app-of-ideas";
    assertThat(
            release
                .pods()
                .exec(server("database"), "psql", plain + " sslmode=disable", "-c", "select 1")
                .text())
        .contains("pg_hba.conf rejects connection");
  }

  @Test
  void thePasswordGivesAccessToTheTopics() {
    // the Job creates the topics for dead letters last; the services do not wait for them
    await()
        .atMost(Patience.PODS)
        .untilAsserted(
            () ->
                assertThat(topics("right"))
                    .contains("blue.session.events", "blue.report-service.idea.events.dlq"));
  }

  /** Negative control: the server does refuse another password. */
  @Test
  void kafkaRefusesAnotherPassword() {
    assertThat(topics("wrong")).contains("SaslAuthenticationException");
  }

  private String topics(String password) {
    return release
        .pods()
        .exec(
            server("kafka"),
            "/opt/kafka/bin/kafka-topics.sh",
            "--bootstrap-server",
            "kafka." + DATABASE + ".svc:9093",
            "--command-config",
            "/tmp/" + password + ".properties",
            "--list")
        .text();
  }

  private String sql(String database, String role, String password, String statement) {
    String connection =
        "host=127.0.0.1 dbname=%s user=%s password=%s sslmode=require"
            .formatted(database, role, password);
    return release
        .pods()
        .exec(server("database"), "psql", connection, "-At", "-c", statement)
        .text();
  }

  private Pod server(String name) {
    return cluster.pods().inNamespace(DATABASE).withLabel("app", name).list().getItems().get(0);
  }

  private void namespace(String name) {
    cluster
        .resource(new NamespaceBuilder().withNewMetadata().withName(name).endMetadata().build())
        .serverSideApply();
  }

  /** Writes the Secret of a database role, under the role's name. */
  private void login(String role, String password) {
    secret(
        release.namespace(),
        role.replace('_', '-'),
        Map.of("username", role, "password", password));
  }

  private void secret(String namespace, String name, Map<String, String> data) {
    cluster
        .resource(
            new SecretBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(namespace)
                .endMetadata()
                .withStringData(data)
                .build())
        .serverSideApply();
  }
}
