using CustomerValue.Appraisal;
using CustomerValue.Contribution;
using CustomerValue.Customers;
using CustomerValue.Data;
using CustomerValue.Labels;
using CustomerValue.LifetimeValue.Choice;
using CustomerValue.LifetimeValue.GammaGamma;
using CustomerValue.PotentialValue.CrossSell;
using CustomerValue.PotentialValue.Recommendation;
using CustomerValue.Segmentation.Rfm;
using CustomerValue.Tool.Output;
using CustomerValue.Validation;
using NodaTime;

namespace CustomerValue.Tool.Commands;

/// <summary>The potential of all customers: residual value by the model that a report would choose, and cross-sell where products are known.</summary>
internal sealed class PotentialAnswer
{
    public required CustomerAppraisal Appraisal { get; init; }

    public required PotentialTable Potential { get; init; }

    public required int Top { get; init; }

    /// <summary>Null where no line names a product.</summary>
    public CrossSold? Sold { get; private init; }

    /// <summary>What a reader should know, a line each.</summary>
    public required IReadOnlyList<LocalizedText> Sentences { get; init; }

    public static PotentialAnswer To(PotentialQuestion question, PurchaseReadResult read, Progress progress, CancellationToken cancellation)
    {
        LocalDate last = question.AsOf ?? LastPurchase.Of(read.Builder, "--as-of");
        List<LocalizedText> sentences = [];
        CrossSold? sold = null;
        if (read.Lines is { WithProduct: > 0 } lines)
            sold = CrossSell(question, lines, last, cancellation);
        else
            sentences.Add(new("No line names a product: only what comes at the present run rate is counted; name the column by --map product=COLUMN.", "没有任何明细注明产品：仅计入按目前水平预计的价值；请用 --map product=列名 指定产品列。"));
        if (sold is { Margins: { HasCosts: false } } && question.MarginRate is null)
            sentences.Add(new("Costs are unknown: value is revenue; give costs, or --margin-rate for products.", "成本未知：价值按收入计算；请提供成本，或用 --margin-rate 指定产品毛利率。"));
        ValueSources sources = new() { Upside = sold?.Upside, Kappa = sold is null ? null : question.Kappa, Recommendations = sold?.Recommendations };
        CustomerAppraisal appraisal = Appraise(read.Builder, last, question.Options, sources, progress, cancellation);
        return new()
        {
            Appraisal = appraisal,
            Potential = appraisal.Potential ?? throw new DataRejectedException(new DataProblem { Field = "amount", Message = "says nothing of what purchases are worth; give amounts above 0." }),
            Top = question.Top,
            Sold = sold,
            Sentences = sentences,
        };
    }

    private static CrossSold CrossSell(PotentialQuestion question, PurchaseLines lines, LocalDate last, CancellationToken cancellation)
    {
        Purchase[] known = [.. lines.Where(line => line.Product is not null && line.Date <= last)];
        if (known.Length == 0)
            throw new DataRejectedException(new DataProblem { Field = "product", Message = "is named by no line up to the last day observed; give a later --as-of." });
        return CrossSold.Of(known, last, question.Cut, question.Candidates, new TopProductsOptions { Count = question.Top, Unavailable = question.Unavailable }, question.MarginRate, cancellation);
    }

    private static CustomerAppraisal Appraise(PurchaseSummaryBuilder purchases, LocalDate last, AppraisalOptions options, ValueSources sources, Progress progress, CancellationToken cancellation)
    {
        ModelChoice choice = ModelChooser.Choose(purchases, last, TimeUnit.Week, Models.Candidates, cancellationToken: cancellation);
        ObservationWindow window = ObservationWindow.Through(last);
        PurchaseSummaries summaries = Models.WithRegularity.Contains(choice.Estimator.Name)
            ? purchases.BuildDetailed(window, TimeUnit.Week, cancellation)
            : purchases.Build(window, TimeUnit.Week, cancellation);
        Appraiser appraiser = new(choice.Estimator, new GammaGammaEstimator(), new RfmStrategy(), new ContributionCalculator());
        return appraiser.Appraise(new CustomerBase(summaries), options, progress, choice, sources, cancellation);
    }
}
