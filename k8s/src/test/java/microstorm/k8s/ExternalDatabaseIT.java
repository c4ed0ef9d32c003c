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
 * The log's point "remote RDS": a database outside the release, over TLS, with the least rights; a
 * Kafka outside of it, over TLS with a password.
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
  void aDatabaseIsThereBeforeTheRelease() {
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
    makeTeam();
  }

  /** The team of which helm test holds a session; its Secret is named before it is there. */
  private void makeTeam() {
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
        release.exec(release.pods(Service.SESSION).get(0), "bash", "-c", request, body).text();
    Matcher slug = Pattern.compile("\"slug\":\"([^\"]+)").matcher(answer);
    assertThat(slug.find()).as(answer).isTrue();
    secret(release.namespace(), "test-team", Map.of("slug", slug.group(1), "ownerKey", key));
  }

  @AfterAll
  void bothGo() {
    cluster.namespaces().withName(DATABASE).delete();
    release.close();
  }

  @Test
  void aSessionIsHeldOverIt() {
    assertThat(release.helm(List.of("test", "ms", "--timeout", "5m"))).contains("Succeeded");
  }

  /**
   * The controls are the pods of the other services, whose Secrets are as they were. The upgrade
   * migrates under the network policies of the release before it.
   */
  @Test
  void aChangedPasswordReachesThePodsThatReadItWithTheNextUpgrade() {
    List<String> reading = release.podNames(Service.REPORT);
    List<String> others = release.podNames(Service.SESSION, Service.IDEA);
    String alter = "alter role reports_app password '%s'".formatted(UNUSUAL_PASSWORD);
    sql("postgres", "postgres", "of-the-administrator", alter);
    login("reports_app", UNUSUAL_PASSWORD);
    release.install(VALUES, WITH_TEAM);
    assertThat(release.helm(List.of("history", "ms"))).contains("superseded", "deployed");
    assertThat(release.podNames(Service.REPORT)).isNotEmpty().doesNotContainAnyElementsOf(reading);
    assertThat(release.podNames(Service.SESSION, Service.IDEA)).isEqualTo(others);
    aSessionIsHeldOverIt();
  }

  @Test
  void everyConnectionOfTheServicesIsEncryptedAndOfARoleThatChangesNoTables() {
    assertThat(sql("postgres", "postgres", "of-the-administrator", CONNECTIONS))
        .contains("sessions_app t", "ideas_app t", "reports_app t")
        .doesNotContain("_app f", "_owner");
  }

  private static final String CONNECTIONS =
      "select distinct usename || ' ' || case when ssl then 't' else 'f' end"
          + " from pg_stat_activity join pg_stat_ssl using (pid) where usename <> 'postgres'";

  @Test
  void theRoleOfAServiceMayNeitherChangeTablesNorSeeAnothersDatabase() {
    assertThat(sql("ideas", "ideas_app", "app-of-ideas", "select count(*) >= 0 from idea"))
        .isEqualToIgnoringWhitespace("t");
    assertThat(sql("ideas", "ideas_app", "app-of-ideas", "create table mine (id int)"))
        .contains("permission denied");
    assertThat(sql("ideas", "ideas_app", "app-of-ideas", "alter table idea add column mine int"))
        .contains("must be owner");
    assertThat(sql("sessions", "ideas_app", "app-of-ideas", "select 1"))
        .contains("permission denied for database");
  }

  /** A service trusts no server but one that its CA vouches for; the control is the right CA. */
  @Test
  void whoeverElseAnswersForTheDatabaseIsNotTrusted() {
    Certificates other = Certificates.of("database." + DATABASE + ".svc");
    secret(release.namespace(), "other-ca", Map.of("ca.crt", other.certificate()));
    assertThat(migrationTrusting("database-ca")).isEqualTo("Succeeded");
    assertThat(migrationTrusting("other-ca")).isEqualTo("Failed");
  }

  /**
   * How a migration ends that knows the database by this CA. The policies let it out as a service.
   */
  private String migrationTrusting(String caSecret) {
    PodTemplateSpec service = release.deployment(Service.IDEA).getSpec().getTemplate();
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
    String end =
        await()
            .atMost(Patience.PODS)
            .until(
                () -> cluster.resource(migration).get().getStatus().getPhase(),
                List.of("Succeeded", "Failed")::contains);
    if (end.equals("Failed")) {
      assertThat(cluster.pods().resource(migration).getLog()).contains("PKIX path");
    }
    cluster.resource(migration).delete();
    return end;
  }

  private static EnvVar owner(String field) {
    return new EnvVarBuilder()
        .withName(ROLE + field)
        .withNewValueFrom()
        .withNewSecretKeyRef(field.toLowerCase(Locale.ROOT), "ideas-owner", false)
        .endValueFrom()
        .build();
  }

  /** The negative control: the server does refuse who comes without TLS. */
  @Test
  void withoutTlsNobodyIsLetIn() {
    String plain = "host=127.0.0.1 dbname=ideas user=ideas_app password=app-of-ideas";
    assertThat(
            release
                .exec(server("database"), "psql", plain + " sslmode=disable", "-c", "select 1")
                .text())
        .contains("pg_hba.conf rejects connection");
  }

  @Test
  void theTopicsAreMadeByWhoHasThePassword() {
    assertThat(topics("right"))
        .contains("blue.session.events", "blue.report-service.idea.events.dlq");
  }

  /** The negative control: the server does refuse who has another password. */
  @Test
  void withAnotherPasswordKafkaLetsNobodyIn() {
    assertThat(topics("wrong")).contains("SaslAuthenticationException");
  }

  private String topics(String password) {
    return release
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
    String where =
        "host=127.0.0.1 dbname=%s user=%s password=%s sslmode=require"
            .formatted(database, role, password);
    return release.exec(server("database"), "psql", where, "-At", "-c", statement).text();
  }

  private Pod server(String name) {
    return cluster.pods().inNamespace(DATABASE).withLabel("app", name).list().getItems().get(0);
  }

  private void namespace(String name) {
    cluster
        .resource(new NamespaceBuilder().withNewMetadata().withName(name).endMetadata().build())
        .serverSideApply();
  }

  /** The Secret of a role of the database, called like it. */
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
