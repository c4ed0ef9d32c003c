package microstorm.idea;

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
    initArgs = @ResourceArg(name = "database", value = "ideas"))
@QuarkusTestResource(TestIssuer.class)
class HostileRequestsTest extends HostileRequests {

  HostileRequestsTest() {
    super(
        "/api/boards/%s",
        100_000,
        new RefusedPost(
            "/api/boards/01890000-0000-7000-8000-000000000000/topics",
            "application/json",
            "Authorization: Bearer " + TestIssuer.ownerOf(UUID.randomUUID()) + "\r\n",
            401));
  }
}
