package microstorm.report.platform;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The report as an HTML page. */
@CheckedTemplate(basePath = "platform")
final class PlatformPage {

  private PlatformPage() {}

  static native TemplateInstance report(PlatformReport report);
}
