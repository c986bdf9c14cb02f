using CustomerValue.Customers;
using CustomerValue.Customers.Summing;
using CustomerValue.Lifecycle.Clock;
using CustomerValue.Lifecycle.Machine;
using CustomerValue.Lifecycle.Standard;
using CustomerValue.Validation;
using NodaTime;

namespace CustomerValue.Lifecycle.Thresholds;

/// <summary>
/// Finds where a stage should begin: the bounds of silence and of A that would have cost least on past dates, misses and false alarms weighed. One-time
/// buyers are judged by the curve of second purchases and take no part. The days for which guards wait are left out of account.
/// </summary>
public static class ThresholdFitter
{
    private const int Steps = 100;

    /// <summary>Fits one stage's bounds.</summary>
    /// <param name="purchases">Days of purchase; a horizon beyond the last date must be in them.</param>
    /// <param name="clock">How silence is measured.</param>
    /// <param name="model">Who is alive.</param>
    /// <param name="fitDates">The dates to fit to, such as the ends of months of the first half.</param>
    /// <param name="laterDates">The dates by which to judge, all later.</param>
    /// <param name="stage">The stage whose beginning is the alarm.</param>
    /// <param name="costs">What it costs to be wrong.</param>
    /// <param name="given">The thresholds to compare with and to start from; null for the defaults.</param>
    /// <exception cref="DataRejectedException">Dates are missing or not in order, or the purchases end before the horizon of the last one.</exception>
    public static ThresholdFit Fit(PurchaseCalendar purchases, LifecycleClock clock, IAliveModel model, IReadOnlyList<LocalDate> fitDates, IReadOnlyList<LocalDate> laterDates, AlarmStage stage, AlarmCosts costs, RetailThresholds? given = null)
    {
        given ??= new();
        Check(purchases, fitDates, laterDates, costs, given);
        AlarmGrid fit = Judge(purchases, clock, model, fitDates, costs), later = Judge(purchases, clock, model, laterDates, costs);
        (double silence, double alive) = Bounds(given, stage);
        (double bestSilence, double bestAlive) = fit.Best(costs, silence, alive);
        return new ThresholdFit
        {
            Thresholds = With(given, stage, bestSilence, bestAlive),
            Before = fit.Count(costs, silence, alive),
            Fitted = fit.Count(costs, bestSilence, bestAlive),
            BeforeLater = later.Count(costs, silence, alive),
            FittedLater = later.Count(costs, bestSilence, bestAlive),
        };
    }

    private static AlarmGrid Judge(PurchaseCalendar purchases, LifecycleClock clock, IAliveModel model, IReadOnlyList<LocalDate> dates, AlarmCosts costs)
    {
        List<(double Silence, double Alive, bool Returned)> judged = [];
        foreach (LocalDate date in dates)
        {
            int day = DayNumber.Of(date);
            for (int row = 0; row < purchases.Count; row++)
            {
                ReadOnlySpan<int> bought = purchases.BoughtBy(row, day);
                if (bought.Length < 2)
                    continue;
                CustomerEvidence evidence = CustomerEvidence.Nothing;
                evidence.Model = model;
                evidence.Count(clock, bought);
                LifecycleEvidence known = evidence.On(clock, day, day, withAlive: true);
                judged.Add((known.Silence, known.Alive, purchases.BoughtBy(row, day + costs.HorizonDays).Length > bought.Length));
            }
        }

        return new AlarmGrid(judged, Steps);
    }

    private static (double Silence, double Alive) Bounds(RetailThresholds t, AlarmStage stage) => stage switch
    {
        AlarmStage.Cooling => (t.CoolingSilence, t.CoolingAlive),
        AlarmStage.AtRisk => (t.AtRiskSilence, t.AtRiskAlive),
        _ => (t.DormantSilence, t.DormantAlive),
    };

    /// <summary>The bounds in place; milder stages begin no later, worse ones no earlier.</summary>
    private static RetailThresholds With(RetailThresholds t, AlarmStage stage, double silence, double alive)
    {
        t = stage switch
        {
            AlarmStage.Cooling => t with { CoolingSilence = silence, CoolingAlive = alive },
            AlarmStage.AtRisk => t with { AtRiskSilence = silence, AtRiskAlive = alive, CoolingSilence = Math.Min(t.CoolingSilence, silence), CoolingAlive = Math.Max(t.CoolingAlive, alive) },
            _ => t with
            {
                DormantSilence = silence,
                DormantAlive = alive,
                AtRiskSilence = Math.Min(t.AtRiskSilence, silence),
                AtRiskAlive = Math.Max(t.AtRiskAlive, alive),
                CoolingSilence = Math.Min(t.CoolingSilence, silence),
                CoolingAlive = Math.Max(t.CoolingAlive, alive),
            },
        };
        t = t with { AtRiskSilence = Math.Max(t.AtRiskSilence, t.CoolingSilence), AtRiskAlive = Math.Min(t.AtRiskAlive, t.CoolingAlive) };
        t = t with { DormantSilence = Math.Max(t.DormantSilence, t.AtRiskSilence), DormantAlive = Math.Min(t.DormantAlive, t.AtRiskAlive) };
        return t with { LostSilence = Math.Max(t.LostSilence, t.DormantSilence), LostAlive = Math.Min(t.LostAlive, t.DormantAlive) };
    }

    private static void Check(PurchaseCalendar purchases, IReadOnlyList<LocalDate> fitDates, IReadOnlyList<LocalDate> laterDates, AlarmCosts costs, RetailThresholds given)
    {
        if (purchases is null)
            throw new ArgumentNullException(nameof(purchases));
        if (costs is null)
            throw new ArgumentNullException(nameof(costs));
        List<DataProblem> problems = [.. costs.Validate(), .. given.Validate()];
        if (fitDates is null || laterDates is null || fitDates.Count == 0 || laterDates.Count == 0 || laterDates.Min() <= fitDates.Max())
            problems.Add(new DataProblem { Field = nameof(laterDates), Message = "are not all later than the dates of the fit, of which there must be one too." });
        else if (problems.Count == 0 && laterDates.Max().PlusDays(costs.HorizonDays) > purchases.Window.LastDay)
            problems.Add(new DataProblem { Field = nameof(laterDates), Value = laterDates.Max().ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture), Message = $"and {costs.HorizonDays} days go beyond {purchases.Window.LastDay:uuuu-MM-dd}, the last day of the purchases; take earlier dates." });
        if (problems.Count > 0)
            throw new DataRejectedException(problems);
    }
}
