package microstorm.report;

import java.util.UUID;
import microstorm.testing.HostileRequests;
import microstorm.testing.TestIssuer;

@ReportServiceTest
class HostileRequestsTest extends HostileRequests {

  HostileRequestsTest() {
    super(
        "/api/reports/%s",
        10_000,
        new RefusedPost(
            "/api/logs",
            "text/markdown",
            "Authorization: Bearer " + TestIssuer.ownerOf(UUID.randomUUID()) + "\r\n",
            401));
  }
}
