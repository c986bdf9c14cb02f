using CustomerValue.Contribution;
using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.Segmentation;

namespace CustomerValue.Appraisal;

/// <summary>Fits the models, runs the strategies, and joins all into value cards. Stateless and thread-safe.</summary>
public sealed class Appraiser
{
    /// <summary>Composes an appraiser from its parts.</summary>
    public Appraiser(IPurchaseModelEstimator purchases, ISpendModelEstimator spend, ISegmentationStrategy segmentation, IContributionCalculator contribution)
    {
    }

    /// <summary>Appraises every customer.</summary>
    /// <param name="customers">At least one buyer.</param>
    /// <param name="options">How far ahead; null for the defaults.</param>
    /// <param name="progress">Told of each step; may be null.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="Validation.DataRejectedException">No buyers, or options out of range.</exception>
    public CustomerAppraisal Appraise(CustomerBase customers, AppraisalOptions? options = null, IProgress<AppraisalProgress>? progress = null, CancellationToken cancellationToken = default) => throw new NotImplementedException();
}
