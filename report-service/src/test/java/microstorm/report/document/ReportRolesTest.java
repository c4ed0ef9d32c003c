package microstorm.report.document;

import static org.assertj.core.api.Assertions.assertThat;

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
  void everyFormHasTheSameRolesAndShares() {
    List<Method> forms =
        Stream.of(ReportResource.class, ReportDocumentResource.class)
            .flatMap(resource -> Stream.of(resource.getDeclaredMethods()))
            .filter(method -> method.isAnnotationPresent(Path.class))
            .toList();
    assertThat(forms)
        .extracting(Method::getName)
        .containsExactlyInAnyOrder("get", "markdown", "html", "csv", "pdf");
    assertThat(forms)
        .allSatisfy(
            form -> {
              assertThat(form.getAnnotation(RolesAllowed.class))
                  .isEqualTo(forms.get(0).getAnnotation(RolesAllowed.class));
              assertThat(form.getAnnotation(Workload.class))
                  .isEqualTo(forms.get(0).getAnnotation(Workload.class));
            });
  }
}
