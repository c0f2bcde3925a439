package dev.podnet.components.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sign-in to the Kubernetes API with an OpenID Connect provider. */
public record OidcConfig(
    @About(value = "URL of the provider, https only.", example = "https://login.example.com")
        String issuer,
    @About("Client id that its tokens must be for.") String clientId,
    @About("Claim with the user's name; sub when left out.") Optional<String> usernameClaim,
    @About("Put before user names, so that they meet no others.") Optional<String> usernamePrefix,
    @About("Claim with the user's groups.") Optional<String> groupsClaim,
    @About("Put before groups.") Optional<String> groupsPrefix,
    @About("Certificate of the provider's authority, PEM in Base64.")
        Optional<String> caCertificate,
    @About("Signing algorithms that are accepted; RS256 when left out.")
        List<String> signingAlgorithms,
    @About("Claims that a token must have, with their values.")
        Map<String, String> requiredClaims) {

  public OidcConfig {
    signingAlgorithms = List.copyOf(signingAlgorithms);
    requiredClaims = Map.copyOf(requiredClaims);
  }
}
