using CustomerValue.Customers.Summing;
using CustomerValue.Labels;
using CustomerValue.Lifecycle.Clock;
using CustomerValue.Lifecycle.Machine;
using CustomerValue.Numerics;
using NodaTime;

namespace CustomerValue.Lifecycle.Evaluation;

/// <summary>Places a whole base on a day from sums: A in columns, stages by looking at the day; walks where a guard asks since when.</summary>
internal sealed class SummedPlacement
{
    private const int CustomersAPart = 4096;
    private readonly StageSummaries summaries;
    private readonly LifecycleMachine machine;
    private readonly LifecycleClock clock;
    private readonly int day;
    private readonly int wait;
    private readonly bool looksAtAlive;

    private SummedPlacement(StageSummaries summaries, LifecycleMachine machine, LifecycleClock clock, int day)
    {
        (this.summaries, this.machine, this.clock, this.day) = (summaries, machine, clock, day);
        LifecycleMachine.Step[] steps = [.. Enumerable.Range(0, machine.Definition.Stages.Count).SelectMany(stage => machine.Steps(stage, LifecycleMachine.Time).ToArray())];
        looksAtAlive = steps.Any(step => step.LooksAtAlive);
        wait = steps.Where(step => step.LooksAtAlive).Select(step => step.HoldDays).DefaultIfEmpty(0).Max();
    }

    public static StageColumns Of(StageSummaries summaries, LifecycleMachine machine, LifecycleClock clock, LocalDate asOf, Func<int, LocalizedText> explain, CancellationToken cancellationToken)
    {
        SummedPlacement placement = new(summaries, machine, clock, DayNumber.Of(asOf));
        int customers = summaries.Purchases.Count;
        sbyte[] stages = new sbyte[customers];
        Worker?[] workers = new Worker?[Math.Max(1, Partitions.Workers)];
        Partitions.For((customers + CustomersAPart - 1) / CustomersAPart, workers.Length, (worker, part) =>
            (workers[worker] ??= new Worker(placement)).Place(part * CustomersAPart, Math.Min(customers, (part + 1) * CustomersAPart), stages), cancellationToken);
        return new StageColumns(machine.Definition, summaries.Purchases, asOf, stages, placement.Since, explain);
    }

    private int Since(int row)
    {
        StageWalk walk = new(machine, clock);
        walk.Resume(summaries.Stage(row), summaries.Since(row), summaries.Evidence(row));
        walk.Pass(day);
        return walk.Since;
    }

    private sealed class Worker(SummedPlacement all)
    {
        private readonly int[] repeats = new int[CustomersAPart];
        private readonly int[] recency = new int[CustomersAPart];
        private readonly int[] age = new int[CustomersAPart];
        private readonly int[] earlierAge = new int[CustomersAPart];
        private readonly double[] alive = new double[CustomersAPart];
        private readonly double[] earlier = new double[CustomersAPart];
        private readonly StageWalk walk = new(all.machine, all.clock);
        private StagePlacer placer = new(all.machine, all.clock);

        public void Place(int from, int to, sbyte[] stages)
        {
            bool known = all.looksAtAlive && Alive(from, to);
            for (int row = from; row < to; row++)
                stages[row] = (sbyte)Place(row, known ? new KnownAlive(alive[row - from], earlier[row - from], all.wait) : null);
        }

        private int Place(int row, KnownAlive? known)
        {
            ref readonly CustomerEvidence evidence = ref all.summaries.Evidence(row);
            int stage = placer.Place(all.summaries.Stage(row), all.summaries.Since(row), evidence, evidence.Last, all.day, known);
            if (stage >= -1)
                return stage;
            walk.Resume(all.summaries.Stage(row), all.summaries.Since(row), evidence);
            walk.Pass(all.day);
            return walk.Stage;
        }

        /// <summary>A of some rows on the day and so many days before it; false where there is no model.</summary>
        private bool Alive(int from, int to)
        {
            IAliveModel? model = null;
            for (int row = from; row < to; row++)
            {
                ref readonly CustomerEvidence evidence = ref all.summaries.Evidence(row);
                model ??= evidence.Model;
                // Who had not bought by then has no stage; any history will do for him.
                bool bought = evidence.Purchases > 0;
                repeats[row - from] = bought ? evidence.Purchases - 1 : 0;
                recency[row - from] = bought ? evidence.Last - evidence.First : 0;
                age[row - from] = bought ? all.day - evidence.First : 0;
                earlierAge[row - from] = bought ? Math.Max(all.day - all.wait, evidence.Last) - evidence.First : 0;
            }

            if (model is null)
                return false;
            int count = to - from;
            model.ProbabilityAlive(repeats.AsSpan(0, count), recency.AsSpan(0, count), age.AsSpan(0, count), alive.AsSpan(0, count));
            model.ProbabilityAlive(repeats.AsSpan(0, count), recency.AsSpan(0, count), earlierAge.AsSpan(0, count), earlier.AsSpan(0, count));
            return true;
        }
    }
}
