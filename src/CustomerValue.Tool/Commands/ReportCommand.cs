using System.CommandLine;
using System.Diagnostics;
using CustomerValue.Appraisal;
using CustomerValue.Contribution;
using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.LifetimeValue.Choice;
using CustomerValue.LifetimeValue.GammaGamma;
using CustomerValue.Segmentation.Rfm;
using CustomerValue.Tool.Arguments;
using CustomerValue.Tool.Output;
using NodaTime;

namespace CustomerValue.Tool.Commands;

/// <summary>report: the main job, from purchases to value cards and a page to look at.</summary>
internal static class ReportCommand
{
    private static readonly Option<string[]> Purchases = CommonOptions.Files("--purchases", "The purchases: CSV, CSV.gz or Parquet. Without it: a simulated retailer.");
    private static readonly Option<string> Customers = CommonOptions.File("--customers", "One row a customer; all columns but the id are attributes.", required: false);
    private static readonly Option<string> Surveys = CommonOptions.File("--surveys", "One row a customer, a column a question.", required: false);
    private static readonly Option<string> Referrals = CommonOptions.File("--referrals", "Who brought whom: referrer, referred, date, and where there are any type_one_probability, reward, saved_cost.", required: false);
    private static readonly Option<string> Edges = CommonOptions.File("--edges", "Who may win whom: from, to, and a probability where there is one; or a plain list of numbers.", required: false);
    private static readonly Option<string> Probabilities = CommonOptions.Column("--probabilities", "Column of the edges' probabilities, or weighted-cascade for 1/indegree. Default weighted-cascade.");
    private static readonly ValueOption<double> Kappa = CommonOptions.Number("--kappa", "The part of the upside that campaigns win; without it the upside is shown and not counted.", "a number from 0 to 1; take it from a campaign", kappa => kappa is >= 0 and <= 1);
    private static readonly Option<IReadOnlyDictionary<string, string>> Map = ColumnMap.Option();
    private static readonly ValueOption<LocalDate> AsOf = CommonOptions.Date("--as-of", "The last day observed, included. Default: the last purchase.");
    private static readonly ValueOption<Currency> Currency = CommonOptions.Currency();
    private static readonly ValueOption<double> DiscountRate = CommonOptions.DiscountRate();
    private static readonly ValueOption<double> Horizon = new("--horizon", "How far ahead value is counted.", "SPAN", Arguments.Horizon.Allowed, Arguments.Horizon.Months, "12mo");
    private static readonly ValueOption<DisplayLanguage> Language = CommonOptions.Language();
    private static readonly Option<bool> SkipBadRows = CommonOptions.SkipBadRows();
    private static readonly Option<string> Target = CommonOptions.Folder("--out", "The folder to write to.", "customer-value-report");
    private static readonly Option<bool> Json = CommonOptions.Json();

    public static Command Command { get; } = new ExampleCommand("report", "Value cards for every customer, and a page to look at.", """
        customer-value report
        customer-value report --purchases sales.csv --map customer=CustomerKey --map date=OrderDate --map amount=SalesAmount --currency CNY --lang zh-CN --out report
        """)
    {
        Purchases, Customers, Referrals, Edges, Probabilities, Surveys, Kappa, Map, AsOf, Currency, DiscountRate, Horizon, Language, SkipBadRows, Target, Json,
    }.Does(Run);

    private static int Run(ParseResult call, CancellationToken cancellation)
    {
        (TextWriter output, TextWriter error) = (call.InvocationConfiguration.Output, call.InvocationConfiguration.Error);
        Stopwatch clock = Stopwatch.StartNew();
        CheckCall(call);
        CheckEdges(call);
        string folder = call.GetValue(Target)!;
        using StagedFiles files = new(folder);
        (ReportInput input, CustomerAppraisal appraisal, IReadOnlyList<string> leftOut) = Terminal.WithProgress(error, "reading purchases", progress =>
        {
            ReportInput input = Read(call, progress, cancellation);
            (CustomerAppraisal appraisal, IReadOnlyList<string> leftOut) = Appraise(call, input, progress, cancellation);
            return (input, appraisal, leftOut);
        });
        ReportFiles.Write(files, appraisal, input, Moves.Since(appraisal, input, cancellation), Language.Value(call), cancellation);
        files.Commit();

        if (input.Read is { } read)
            Warnings.PrintSkipped(error, read);
        foreach (string sentence in leftOut)
            error.WriteLine(sentence);
        ReportOutput result = new() { Input = input, Appraisal = appraisal, Language = Language.Value(call), Folder = folder, Duration = clock.Elapsed };
        if (call.GetValue(Json))
            result.PrintJson(output);
        else
            result.PrintTables(output);
        return CommandLine.Done;
    }

    /// <summary>Options about files mean nothing for the simulated retailer; they must not be ignored silently.</summary>
    private static void CheckCall(ParseResult call)
    {
        string[] needless = [.. ((Option[])[Customers, Referrals, Edges, Surveys, Map, Currency, SkipBadRows]).Where(option => call.GetResult(option) is { Implicit: false }).Select(option => option.Name)];
        if (call.GetResult(Purchases) is null && needless.Length > 0)
            throw new WrongCallException([.. needless.Select(name => $"{name}: needs --purchases; the simulated retailer has its own.")]);
    }

    /// <summary>Probabilities belong to edges.</summary>
    private static void CheckEdges(ParseResult call)
    {
        if (call.GetValue(Edges) is null && call.GetResult(Probabilities) is not null)
            throw new WrongCallException("--probabilities: needs --edges.");
    }

    private static ReportInput Read(ParseResult call, Progress progress, CancellationToken cancellation) => call.GetValue(Purchases) is { Length: > 0 } files
        ? ReportInput.FromFiles(files, call.GetValue(Customers), call.GetValue(Surveys), call.GetValue(Referrals), call.GetValue(Map)!, call.GetValue(Currency), call.GetValue(SkipBadRows), call.GetValue(AsOf), progress, cancellation)
        : ReportInput.Simulate(call.GetValue(AsOf), cancellation);

    private static (CustomerAppraisal Appraisal, IReadOnlyList<string> LeftOut) Appraise(ParseResult call, ReportInput input, Progress progress, CancellationToken cancellation)
    {
        LocalDate last = call.GetValue(AsOf) ?? LastPurchase.Of(input.Purchases, AsOf.Name);
        ModelChoice choice = ModelChooser.Choose(input.Purchases, last, TimeUnit.Week, Models.Candidates, cancellationToken: cancellation);
        ObservationWindow window = ObservationWindow.Through(last);
        // The gaps between purchases take time and room; only models of regular buyers read them.
        PurchaseSummaries summaries = Models.WithRegularity.Contains(choice.Estimator.Name)
            ? input.Purchases.BuildDetailed(window, TimeUnit.Week, cancellation)
            : input.Purchases.Build(window, TimeUnit.Week, cancellation);
        AppraisalOptions options = new() { HorizonMonths = Horizon.Value(call), DiscountRate = DiscountRate.Value(call) };
        CustomerBase customers = new(summaries, input.Profiles);
        if (input.Habits is { } habits)
            customers = customers.With(habits.ColumnsFor(customers));
        FurtherStrategies further = new(customers, input.HasProfiles, input.Answers.Count == 0 ? null : CustomerBase.OfProfiles(last, input.Answers), cancellation);
        List<string> sentences = [.. further.LeftOut];
        ReportReferrals? referrals = ReportReferrals.Of(input, last);
        sentences.AddRange(referrals?.Sentences ?? []);
        CrossSold? sold = ReportRecommendations.Of(input, last, sentences, cancellation);
        ValueSources sources = new()
        {
            Influence = referrals?.Influence,
            Recommendations = sold?.Recommendations,
            Upside = sold?.Upside,
            Kappa = sold is null ? null : call.GetValue(Kappa),
        };
        sources = ReportStages.Add(sources, input, last, cancellation);
        Appraiser appraiser = new(choice.Estimator, new GammaGammaEstimator(), new RfmStrategy(), new ContributionCalculator(), further: further.All);
        if (call.GetValue(Edges) is { } edges)
        {
            // What a customer is worth once won is the lifetime value, which a first appraisal tells.
            CustomerAppraisal worth = new Appraiser(choice.Estimator, new GammaGammaEstimator(), new RfmStrategy(), new ContributionCalculator()).Appraise(customers, options, progress, choice, null, cancellation);
            sources = sources with { Influence = ReportEdges.With(referrals?.Influence.Established, edges, call.GetValue(Probabilities), worth, sentences, cancellation) };
        }

        return (appraiser.Appraise(customers, options, progress, choice, sources, cancellation), sentences);
    }
}
