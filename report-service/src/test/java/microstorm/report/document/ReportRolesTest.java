package microstorm.report.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import microstorm.http.share.Workload;
import microstorm.report.book.ReportResource;
import org.junit.jupiter.api.Test;

class ReportRolesTest {

  @Test
  void everyFormHasTheSameRoles() {
    assertThat(forms())
        .extracting(form -> List.of(form.getAnnotation(RolesAllowed.class).value()))
        .containsOnly(List.of(forms().get(0).getAnnotation(RolesAllowed.class).value()));
  }

  @Test
  void everyFormSharesTheQueueOfReportsExceptForPdfs() {
    assertThat(forms())
        .extracting(Method::getName, form -> form.getAnnotation(Workload.class).value())
        .containsExactlyInAnyOrder(
            tuple("get", "reports"),
            tuple("markdown", "reports"),
            tuple("html", "reports"),
            tuple("csv", "reports"),
            tuple("pdf", "pdfs"));
  }

  private static List<Method> forms() {
    return Stream.of(ReportResource.class, ReportDocumentResource.class)
        .flatMap(resource -> Stream.of(resource.getDeclaredMethods()))
        .filter(method -> method.isAnnotationPresent(Path.class))
        .toList();
  }
}
