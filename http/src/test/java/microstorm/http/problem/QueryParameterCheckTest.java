package microstorm.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.junit.jupiter.api.Test;

class QueryParameterCheckTest {

  /** Operations of a resource. */
  @SuppressWarnings("unused")
  private static final class Operations {
    void list(@RestQuery String cursor, @RestQuery int limit, String path) {}

    void named(@RestQuery("page-size") int size, @QueryParam("anything") String lenient) {}

    void typed(@RestQuery LocalDate day, @RestQuery UUID id) {}

    void none(String path) {}

    void optional(@RestQuery Integer year) {}

    void filtered(@RestQuery int limit, @BeanParam Filter filter) {}
  }

  /** Parameters that several operations have. */
  private record Filter(@RestQuery LocalDate day, @RestQuery String title) {}

  private static Response check(String operation, String... query) {
    MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
    for (int i = 0; i < query.length; i += 2) {
      parameters.add(query[i], query[i + 1]);
    }
    Method method =
        Arrays.stream(Operations.class.getDeclaredMethods())
            .filter(m -> m.getName().equals(operation))
            .findFirst()
            .orElseThrow();
    return new QueryParameterCheck()
        .check(
            answering(ResourceInfo.class, Map.of("getResourceMethod", method)),
            answering(
                UriInfo.class, Map.of("getQueryParameters", parameters, "getPath", "/api/list")));
  }

  private static <T> T answering(Class<T> type, Map<String, ?> answers) {
    Object proxy =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> answers.get(method.getName()));
    return type.cast(proxy);
  }

  private static String refusal(String operation, String... query) {
    Response answer = check(operation, query);
    assertThat(answer.getStatus()).isEqualTo(400);
    return (String) answer.getEntity();
  }

  @Test
  void parametersThatOperationsShareAreChecked() {
    assertThat(check("filtered", "limit", "1", "day", "2026-01-02", "title", "x")).isNull();
    assertThat(refusal("filtered", "day", "tomorrow")).contains("must be a date");
    assertThat(refusal("filtered", "other", "x")).contains("which has: limit, day, title");
    assertThat(refusal("filtered", "title", "")).contains("must not be empty");
  }

  @Test
  void knownParametersPass() {
    assertThat(check("list")).isNull();
    assertThat(check("list", "cursor", "x", "limit", "7")).isNull();
    assertThat(check("named", "page-size", "7", "anything", "", "anything", "twice")).isNull();
  }

  @Test
  void anUnknownParameterIsRefusedWithTheKnownNames() {
    assertThat(refusal("list", "Limit", "7", "limit", "7"))
        .contains("\"field\":\"Limit\"", "which has: cursor, limit")
        .doesNotContain("\"field\":\"limit\"");
    assertThat(refusal("named", "size", "7")).contains("which has: page-size, anything");
    assertThat(refusal("none", "path", "x")).contains("which has none");
  }

  @Test
  void aKnownParameterIsGivenOnceAndNotEmpty() {
    assertThat(refusal("list", "limit", "1", "limit", "2")).contains("only once");
    assertThat(refusal("list", "cursor", "")).contains("must not be empty");
    assertThat(refusal("list", "limit", "x")).contains("must be a whole number");
    assertThat(refusal("named", "page-size", "x")).contains("\"field\":\"page-size\"");
  }

  @Test
  void datesAndIdsAreOfTheirKind() {
    String id = "0190A000-0000-7000-8000-000000000001";
    assertThat(check("typed", "day", "2026-01-02", "id", id)).isNull();
    for (String wrong : List.of("soon", "2026-02-31", "2026-1-2")) {
      assertThat(refusal("typed", "day", wrong)).contains("must be a date");
    }
    for (String wrong : List.of("1-1-1-1-1", "x", id + "0")) {
      assertThat(refusal("typed", "id", wrong)).contains("must be an id");
    }
  }

  @Test
  void aNumberWithoutADefaultIsChecked() {
    assertThat(check("optional", "year", "AAA").getStatus()).isEqualTo(400);
    assertThat(check("optional", "year", "2026")).isNull();
  }
}
