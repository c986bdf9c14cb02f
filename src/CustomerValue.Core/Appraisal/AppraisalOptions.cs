using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.Appraisal;

/// <summary>What to appraise, and how far ahead.</summary>
public sealed record AppraisalOptions
{
    /// <summary>How far ahead value is counted, in months of a twelfth of a year. Default 12; finite and &gt; 0.</summary>
    public double HorizonMonths { get; init; } = 12;

    /// <summary>Effective discount rate a year. Default 0.10; finite and ≥ 0.</summary>
    public double DiscountRate { get; init; } = 0.10;

    /// <summary>How much of the outcomes an interval covers. Default 0.90; in (0, 1).</summary>
    public double IntervalLevel { get; init; } = 0.90;

    /// <summary>Ridge penalty of the fits; see <see cref="LifetimeValue.FitOptions.Penalizer"/>. Default 0.</summary>
    public double Penalizer { get; init; }

    /// <summary>Discount rates and costs to serve of single customers, one row a customer; null where there are none.</summary>
    public IReadOnlyList<CustomerTerms>? Terms { get; init; }

    /// <summary>Every problem of the options; empty where there is none.</summary>
    public IReadOnlyList<DataProblem> Validate()
    {
        List<DataProblem> problems = [];
        void Check(bool valid, string field, double value, string message)
        {
            if (!valid)
                problems.Add(new DataProblem { Field = field, Value = value.ToString(System.Globalization.CultureInfo.InvariantCulture), Message = message });
        }

        Check(HorizonMonths > 0 && HorizonMonths <= 1200, nameof(HorizonMonths), HorizonMonths, "is not in (0, 1200]; 12 is a year.");
        Check(DiscountRate >= 0 && DiscountRate <= 10, nameof(DiscountRate), DiscountRate, "is not in [0, 10]; 0.10 is 10 % a year.");
        Check(IntervalLevel > 0 && IntervalLevel < 1, nameof(IntervalLevel), IntervalLevel, "is not in (0, 1); 0.90 covers nine of ten outcomes.");
        Check(Penalizer >= 0 && Penalizer <= LifetimeValue.FitOptions.LargestPenalizer, nameof(Penalizer), Penalizer, "is not in [0, 1000000]; 0.01 is a light penalty.");
        problems.AddRange(CustomerTerms.Problems(Terms ?? []));
        return problems;
    }

    /// <summary>The horizon in a unit.</summary>
    public double HorizonIn(TimeUnit unit) => HorizonMonths * TimeUnit.Month.Days() / unit.Days();
}
