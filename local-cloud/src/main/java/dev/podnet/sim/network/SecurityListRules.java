package dev.podnet.sim.network;

import dev.podnet.sim.model.Doc;
import dev.podnet.sim.model.Draft;
import dev.podnet.sim.model.Refusal;
import dev.podnet.sim.model.Resource;
import dev.podnet.sim.model.Rules;
import java.util.List;
import java.util.Optional;

/** A security list: its rules are part of it. */
public final class SecurityListRules implements Rules {
  private static final int MOST_RULES = 200;

  @Override
  public Optional<Refusal> refuseCreate(Draft draft, Doc input) {
    return badRules(draft, input.need("vcnId"), input);
  }

  @Override
  public Resource create(Draft draft, Resource fresh, Doc input) {
    return normal(fresh);
  }

  @Override
  public Optional<Refusal> refuseUpdate(Draft draft, Resource old, Doc input, Doc merged) {
    return badRules(draft, old.need("vcnId"), merged);
  }

  @Override
  public Resource update(Draft draft, Resource old, Resource merged) {
    return normal(merged);
  }

  @Override
  public Optional<Refusal> refuseDelete(Draft draft, Resource list) {
    return Peers.defaultOfVcn(draft, list.need("vcnId"), list.id());
  }

  private static Optional<Refusal> badRules(Draft draft, String vcnId, Doc list) {
    var check = new SecurityRuleCheck(draft, vcnId);
    for (Doc rule : list.docs("ingressSecurityRules")) {
      var refusal = check.check(rule, "source");
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    for (Doc rule : list.docs("egressSecurityRules")) {
      var refusal = check.check(rule, "destination");
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return Refusal.when(
        list.docs("ingressSecurityRules").size() > MOST_RULES
            || list.docs("egressSecurityRules").size() > MOST_RULES,
        () ->
            Refusal.limit(
                "A security list can hold at most " + MOST_RULES + " rules a direction."));
  }

  private static Resource normal(Resource list) {
    return list.with(
            "ingressSecurityRules", normal(list.body().docs("ingressSecurityRules"), "sourceType"))
        .with(
            "egressSecurityRules",
            normal(list.body().docs("egressSecurityRules"), "destinationType"));
  }

  private static List<Doc> normal(List<Doc> rules, String typeField) {
    return rules.stream()
        .map(rule -> rule.orElse(Doc.of(typeField, "CIDR_BLOCK", "isStateless", false)))
        .toList();
  }
}
