using CustomerValue.Customers;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Behavioral;
using CustomerValue.Segmentation.Demographic;
using CustomerValue.Segmentation.Geographic;
using CustomerValue.Segmentation.LatentClasses;
using CustomerValue.Segmentation.Psychographic;
using CustomerValue.Validation;

namespace CustomerValue.Tool.Commands;

/// <summary>The strategies that a report segments by beside RFM: what the data have columns for.</summary>
internal sealed class FurtherStrategies
{
    private readonly List<ISegmentationStrategy> strategies = [new BehavioralStrategy()];
    private readonly List<string> leftOut = [];

    /// <summary>Tries the strategies that need what a file may have; behavior is known wherever there are purchases.</summary>
    /// <param name="customers">The customers with the columns of all files.</param>
    /// <param name="hasProfiles">Whether there is a file of customers.</param>
    /// <param name="survey">Those who answered, with the columns of their answers alone; null where there is no survey.</param>
    /// <param name="cancellation">Stops the work.</param>
    public FurtherStrategies(CustomerBase customers, bool hasProfiles, CustomerBase? survey, CancellationToken cancellation)
    {
        if (hasProfiles)
        {
            // So few segments that a page can show them.
            Try(new DemographicStrategy(new DemographicOptions { SmallestSegment = customers.Count / 50 }), customers, cancellation);
            Try(new GeographicStrategy(new GeographicOptions { MinimumCustomers = Math.Max(1, customers.Count / 25) }), customers, cancellation);
        }

        // Degrees on a scale have factors; answers of other kinds have classes.
        if (survey is not null && !Try(new PsychographicStrategy(), survey, cancellation))
            Try(new LatentClassStrategy(), survey, cancellation);
    }

    public IReadOnlyList<ISegmentationStrategy> All => strategies;

    /// <summary>What was left out, and why, a line each.</summary>
    public IReadOnlyList<string> LeftOut => leftOut;

    /// <summary>Takes the strategy where it can be fitted; else its refusal is told, and the report goes on without it.</summary>
    private bool Try(ISegmentationStrategy strategy, CustomerBase customers, CancellationToken cancellation)
    {
        try
        {
            strategies.Add(new Fitted(strategy.Name, strategy.Fit(customers, cancellation)));
            return true;
        }
        catch (DataRejectedException refusal)
        {
            leftOut.Add($"No {strategy.Name} segments: {refusal.Problems[0]}");
            return false;
        }
    }

    /// <summary>A segmentation that is there already.</summary>
    private sealed class Fitted(string name, ISegmentation segmentation) : ISegmentationStrategy
    {
        public string Name => name;

        public ISegmentation Fit(CustomerBase customers, CancellationToken cancellationToken = default) => segmentation;
    }
}
