package microstorm.report;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import microstorm.testing.HostileRequests;
import microstorm.testing.TestIssuer;
import microstorm.testing.TestServers;

@QuarkusTest
@QuarkusTestResource(
    value = TestServers.class,
    initArgs = @ResourceArg(name = "database", value = "reports"))
@QuarkusTestResource(TestIssuer.class)
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
