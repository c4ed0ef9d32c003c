package microstorm.session;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import microstorm.testing.TestServers;

/**
 * A test of session-service over HTTP, Kafka and SQL, with a Postgres and a Kafka broker of its
 * own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@QuarkusTest
@QuarkusTestResource(
    value = TestServers.class,
    initArgs = @ResourceArg(name = "database", value = "sessions"))
public @interface SessionServiceTest {}
