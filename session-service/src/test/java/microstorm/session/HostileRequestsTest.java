package microstorm.session;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import microstorm.testing.HostileRequests;
import microstorm.testing.TestServers;

@QuarkusTest
@QuarkusTestResource(
    value = TestServers.class,
    initArgs = @ResourceArg(name = "database", value = "sessions"))
class HostileRequestsTest extends HostileRequests {

  HostileRequestsTest() {
    super("/api/sessions/%s", 10_000, new RefusedPost("/api/teams", "application/json", "", 400));
  }
}
