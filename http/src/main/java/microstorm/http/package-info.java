/**
 * The HTTP behaviour that all services share: problems, the token check, limits of bodies and JSON.
 * It depends on no feature.
 */
@OpenAPIDefinition(
    info = @Info(title = "", version = ""),
    components = @Components(schemas = @Schema(name = "Problem", implementation = Problem.class)))
package microstorm.http;

import microstorm.http.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
