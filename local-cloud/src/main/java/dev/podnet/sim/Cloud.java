package dev.podnet.sim;

import dev.podnet.sim.fault.StaleReads;
import dev.podnet.sim.model.Changes;
import dev.podnet.sim.model.Doc;
import dev.podnet.sim.model.Draft;
import dev.podnet.sim.model.Effect;
import dev.podnet.sim.model.Engine;
import dev.podnet.sim.model.MemoryState;
import dev.podnet.sim.model.Request;
import dev.podnet.sim.model.Resource;
import dev.podnet.sim.model.Response;
import dev.podnet.sim.model.State;
import dev.podnet.sim.store.CloudStore;
import dev.podnet.sim.store.StateUnusable;
import dev.podnet.sim.tenancy.Seeds;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.UnaryOperator;

/**
 * Runs the pure engine on a state that changes. One change at a time: computed, made durable, told
 * to Kubernetes, and only then seen by others, so that whoever sees a cluster ACTIVE finds its API
 * there.
 */
final class Cloud implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Cloud.class.getName());
  private static final Duration LONGEST_NAP = Duration.ofMillis(200);

  private final Engine clean;
  private final CloudStore store;
  private final KubernetesApis kubernetes;
  private final InstantSource clock;
  private final AtomicLong requests = new AtomicLong();
  private final FaultSwitch faults;
  private final StaleReads stale = new StaleReads();

  /** Held during a whole change; guards the order of commits. */
  private final ReentrantLock change = new ReentrantLock();

  /** Guards {@link #state} against readers while a change becomes visible. */
  private final ReentrantReadWriteLock visible = new ReentrantReadWriteLock();

  private final Condition newJobs = change.newCondition();
  private final Thread scheduler = Thread.ofVirtual().name("transitions").unstarted(this::schedule);
  private MemoryState state;
  private volatile boolean closed;

  private Cloud(Engine engine, CloudStore store, SimulatorOptions options) throws StateUnusable {
    this.clean = engine;
    this.store = store;
    this.faults = new FaultSwitch(store.faults(), this::keep);
    this.kubernetes = options.kubernetes();
    this.clock = options.clock();
    this.state = store.load();
  }

  /**
   * Takes up the state where it was left: effects first, then the transitions that fell due
   * meanwhile.
   */
  static Cloud start(Engine engine, SimulatorOptions options) throws StateUnusable {
    var store = CloudStore.open(options.stateDirectory());
    try {
      var cloud = new Cloud(engine, store, options);
      if (!options.faults().isEmpty() && !cloud.faults.choose(options.faults())) {
        throw new StateUnusable(
            "PODNET_FAULTS is \"%s\": it must be a scenario that local-cloud/README.md lists, and perhaps a seed."
                .formatted(options.faults()));
      }
      cloud.resume();
      return cloud;
    } catch (StateUnusable e) {
      store.close();
      throw e;
    }
  }

  long nextRequestNumber() {
    return requests.incrementAndGet();
  }

  Response handle(Request request) {
    if (!request.path().getFirst().equals("podnet")) {
      return mishandle(request);
    }
    if (request.path().equals(List.of("podnet", "reset")) && request.method().equals("POST")) {
      reset();
      return Response.empty(204);
    }
    return request.path().equals(List.of("podnet", "faults"))
        ? faults.handle(request)
        : read(request, UnaryOperator.identity());
  }

  /** What faults leave of a request, of its effect and of its answer. */
  private Response mishandle(Request request) {
    var plan = faults.plan();
    var instead = plan.inPlaceOf(request);
    if (instead.isPresent()) {
      return instead.get();
    }
    var heard = plan.heard(request, this::seen);
    var response = request.method().equals("GET") ? read(heard, stale::view) : write(heard);
    return plan.arriving(request, response);
  }

  private Optional<Resource> seen(String id) {
    visible.readLock().lock();
    try {
      return state.get(id);
    } finally {
      visible.readLock().unlock();
    }
  }

  private Engine engine() {
    return clean.with(faults.plan());
  }

  private void keep(String choice) {
    change.lock();
    try {
      stale.forget();
      store.faults(choice);
    } finally {
      change.unlock();
    }
  }

  void reset() {
    change.lock();
    try {
      for (var cluster : state.all("cluster")) {
        kubernetes.delete(cluster.id());
      }
      store.clear();
      visible.writeLock().lock();
      try {
        state = new MemoryState();
      } finally {
        visible.writeLock().unlock();
      }
      plant();
    } finally {
      change.unlock();
    }
  }

  @Override
  public void close() {
    closed = true;
    change.lock();
    try {
      newJobs.signalAll();
      store.close();
    } finally {
      change.unlock();
    }
  }

  private void resume() {
    change.lock();
    try {
      plant();
      drop(tellAll(state.effects()));
    } finally {
      change.unlock();
    }
    scheduler.start();
  }

  private Response read(Request request, UnaryOperator<State> view) {
    visible.readLock().lock();
    try {
      return engine().handle(view.apply(state), request, clock.instant()).response();
    } finally {
      visible.readLock().unlock();
    }
  }

  private Response write(Request request) {
    change.lock();
    try {
      var outcome = engine().handle(state, request, clock.instant());
      outcome.changes().ifPresent(this::make);
      return outcome.response();
    } finally {
      change.unlock();
    }
  }

  private void plant() {
    var draft = new Draft(state, clean.world(), clock.instant());
    Seeds.plant(draft);
    var changes = draft.changes();
    if (!changes.isEmpty()) {
      make(changes);
    }
  }

  private void make(Changes changes) {
    store.commit(changes);
    var effects = new ArrayList<>(state.effects());
    effects.addAll(changes.addedEffects());
    var done = tellAll(effects);
    visible.writeLock().lock();
    try {
      long reads = faults.plan().scenario().staleReads();
      stale.remember(state, changes, reads, clean.world().catalog()::kind);
      state.apply(changes);
    } finally {
      visible.writeLock().unlock();
    }
    drop(done);
    newJobs.signalAll();
  }

  /**
   * Tells effects in order and stops at the first failure: it is tried again with the next change.
   */
  private Set<Long> tellAll(List<Effect> effects) {
    var done = new HashSet<Long>();
    for (Effect effect : effects) {
      try {
        tell(effect);
        done.add(effect.number());
      } catch (RuntimeException e) {
        LOG.log(
            System.Logger.Level.WARNING,
            "Kubernetes did not take "
                + effect.action()
                + " for "
                + effect.clusterId()
                + "; it comes again",
            e);
        return done;
      }
    }
    return done;
  }

  private void drop(Set<Long> effects) {
    if (effects.isEmpty()) {
      return;
    }
    var changes = Changes.told(effects, state.counter());
    store.commit(changes);
    state.apply(changes);
  }

  private void tell(Effect effect) {
    switch (effect.action()) {
      case CREATE_CLUSTER -> kubernetes.create(effect.clusterId());
      case DELETE_CLUSTER -> kubernetes.delete(effect.clusterId());
      case APPLY -> kubernetes.apply(effect.clusterId(), effect.object());
      case REMOVE -> {
        var object = Doc.of(effect.object());
        kubernetes.remove(
            effect.clusterId(),
            object.need("apiVersion"),
            object.need("kind"),
            object.doc("metadata").need("name"));
      }
    }
  }

  private void schedule() {
    while (!closed) {
      change.lock();
      try {
        nap();
        runDueJobs();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        LOG.log(System.Logger.Level.ERROR, "A transition met a bug in the simulator", e);
      } finally {
        change.unlock();
      }
    }
  }

  /** Until the next job is due; the clock may not be the machine's, so never for long. */
  @SuppressWarnings("WaitNotInLoop") // The scheduler's own loop looks at the jobs again.
  private void nap() throws InterruptedException {
    var jobs = state.jobs();
    var wait =
        jobs.isEmpty() ? LONGEST_NAP : Duration.between(clock.instant(), jobs.getFirst().due());
    if (wait.isPositive()) {
      long left = newJobs.awaitNanos(Math.min(wait.toNanos(), LONGEST_NAP.toNanos()));
      LOG.log(System.Logger.Level.TRACE, () -> "Woke up with " + left + " ns left");
    }
  }

  private void runDueJobs() {
    for (var job : state.jobs()) {
      if (closed || job.due().isAfter(clock.instant())) {
        return;
      }
      make(engine().run(state, job, clock.instant()));
    }
  }
}
