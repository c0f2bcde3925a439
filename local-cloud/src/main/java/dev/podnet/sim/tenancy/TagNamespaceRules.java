package dev.podnet.sim.tenancy;

import dev.podnet.sim.model.Doc;
import dev.podnet.sim.model.Draft;
import dev.podnet.sim.model.Refusal;
import dev.podnet.sim.model.Resource;
import dev.podnet.sim.model.Rules;
import java.util.Locale;
import java.util.Optional;

/** A tag namespace: its name is unique in the tenancy, whatever the case of its letters. */
public final class TagNamespaceRules implements Rules {
  @Override
  public Optional<Refusal> refuseCreate(Draft draft, Doc input) {
    String name = input.need("name");
    boolean taken =
        draft.all("tagNamespace").stream()
            .anyMatch(each -> name.equalsIgnoreCase(each.text("name")));
    return Refusal.first(
        () ->
            Refusal.when(
                !name.matches("[^\\s.]{1,100}") || name.toLowerCase(Locale.ROOT).startsWith("oci"),
                () ->
                    Refusal.invalid(
                        "'name' must be 1 to 100 characters without spaces and periods, and not"
                            + " begin with 'oci': '"
                            + name
                            + "'.")),
        () ->
            Refusal.when(
                taken,
                () ->
                    new Refusal(
                        409,
                        "TagNamespaceAlreadyExists",
                        "A tag namespace named '" + name + "' exists already.")));
  }

  @Override
  public Resource create(Draft draft, Resource fresh, Doc input) {
    return fresh.with("isRetired", false);
  }
}
