using BenchmarkDotNet.Attributes;
using CustomerValue.Lifecycle;
using CustomerValue.Lifecycle.Machine;
using CustomerValue.Lifecycle.Standard;
using NodaTime;
using Stateless;

namespace CustomerValue.Benchmarks;

/// <summary>A transition with a guard: the third purchase of a developing customer, by the table of a definition and by a machine of Stateless.</summary>
[Config(typeof(ShortJob))]
[MemoryDiagnoser]
public class Lifecycles
{
    private static readonly LocalDate Since = new(2024, 1, 1), Day = new(2024, 2, 1);
    private readonly LifecycleMachine machine = new(RetailLifecycle.Create());
    private StateMachine<Stage, Trigger> stateless = null!;
    private Stage stage;
    private StageState state;
    private LifecycleEvidence evidence;
    private int purchase;

    private enum Stage
    {
        Developing,
        Active,
    }

    private enum Trigger
    {
        Purchase,
    }

    [GlobalSetup]
    public void Setup()
    {
        state = new StageState(machine.Definition.StageIndex("developing"), Since);
        purchase = machine.IndexOf("purchase");
        evidence = LifecycleEvidence.Unknown with { Purchases = 3, Silence = 0 };
        stateless = new(() => stage, next => stage = next);
        stateless.Configure(Stage.Developing).PermitIf(Trigger.Purchase, Stage.Active, () => evidence.Purchases >= 3).PermitReentryIf(Trigger.Purchase, () => evidence.Purchases < 3);
        stateless.Configure(Stage.Active).PermitReentry(Trigger.Purchase);
    }

    [Benchmark(Baseline = true)]
    public int Stateless()
    {
        stage = Stage.Developing;
        stateless.Fire(Trigger.Purchase);
        return (int)stage;
    }

    [Benchmark]
    public int Table() => machine.Next(state, purchase, evidence, Day).State.Stage;
}
