using System.CommandLine;
using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.Data;
using CustomerValue.InfluenceValue.Diffusion;
using CustomerValue.InfluenceValue.Referrals;
using CustomerValue.Tool.Arguments;
using CustomerValue.Tool.Output;

namespace CustomerValue.Tool.Commands;

/// <summary>influence: what customers are still going to win from others, or what they brought by referrals.</summary>
internal static class InfluenceCommand
{
    private static readonly Option<string> Edges = CommonOptions.File("--edges", "Who may win whom: from, to, and a probability where there is one; or a plain list of numbers.", required: false);
    private static readonly Option<string> Probabilities = CommonOptions.Column("--probabilities", "Column of the edges' probabilities, or weighted-cascade for 1/indegree. Default weighted-cascade.");
    private static readonly Option<string> Values = CommonOptions.File("--values", "What each customer is worth once won: customer, value. Default: 1 each.", required: false);
    private static readonly ValueOption<int> Sets = Whole("--sets", "Reverse-reachable sets drawn for the influence of all customers. Default 1000000.", "N", 1);
    private static readonly ValueOption<int> Top = Whole("--top", "Also choose so many ambassadors who together reach the most, with a certificate.", "K", 1);
    private static readonly ValueOption<int> Seed = new("--seed", "The same seed gives the same draws. Default 1.", "N", "a whole number", text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int seed) ? seed : null);
    private static readonly Option<string> Referrals = CommonOptions.File("--referrals", "Who brought whom: referrer, referee, and where there are any date, type_one_probability, reward, saved_cost.", required: false);
    private static readonly Option<string> Margins = CommonOptions.File("--margins", "What customers' purchases left over: customer, margin, and where there is one date. Names all customers.", required: false);
    private static readonly ValueOption<double> Decay = CommonOptions.Number("--decay", "Weight of a generation beside the nearer one. Default 0.5.", "a number from 0 to 1", weight => weight is >= 0 and <= 1);
    private static readonly ValueOption<decimal> CausalShare = new("--causal-share", "The part that is counted as caused and not merely alike. Default 0.3 for edges, 0.4 for referrals.", "L", "a number from 0 to 1 with at most six decimals", text => decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal share) && share is >= 0 and <= 1 && decimal.Round(share, 6) == share ? share : null);
    private static readonly ValueOption<double> HalfLife = CommonOptions.Number("--half-life", "Days after which a link counts half.", "a number of days above 0", days => days > 0);
    private static readonly ValueOption<int> Window = Whole("--window", "The oldest age in days of a link that counts.", "DAYS", 0);
    private static readonly Option<string> Target = CommonOptions.File("--out", "The table to write.");
    private static readonly Option<bool> Json = CommonOptions.Json();

    public static Command Command { get; } = new ExampleCommand("influence", "What customers win from others: expected by a graph, or established by referrals.", """
        customer-value influence --edges edges.csv --probabilities p --values clv.csv --top 50 --out influence.csv
        customer-value influence --referrals referrals.csv --margins margins.csv --half-life 180 --window 730 --out influence.csv
        """)
    {
        Edges, Probabilities, Values, Sets, Top, Seed, Referrals, Margins, Decay, CausalShare, HalfLife, Window, Target, Json,
    }.Does(Run);

    private static int Run(ParseResult call, CancellationToken cancellation)
    {
        (TextWriter output, TextWriter error) = (call.InvocationConfiguration.Output, call.InvocationConfiguration.Error);
        Check(call);
        string target = CheckedPath.ToWrite(call.GetValue(Target)!);
        IInfluenceResult result = Terminal.WithProgress<IInfluenceResult>(error, "reading", progress =>
            call.GetValue(Edges) is { } edges ? Expect(call, edges, progress, cancellation) : Establish(call, cancellation));
        OutputFile.WriteCsv(target, csv => result.Write(csv, cancellation));
        if (call.GetValue(Json))
            result.PrintJson(output, target);
        else
            result.PrintTable(output, target);
        return CommandLine.Done;
    }

    private static ExpectedResult Expect(ParseResult call, string file, Progress progress, CancellationToken cancellation)
    {
        IReadOnlyDictionary<CustomerId, double>? values = call.GetValue(Values) is { } valueFile ? ValueReader.Read(TableSource.File(valueFile), cancellationToken: cancellation) : null;
        EdgesRead edges = EdgesRead.Of(file, call.GetValue(Probabilities), values?.Keys, cancellation);
        double[] margins = [.. edges.Customers.Select(customer => values?[customer] ?? 1)];
        InfluenceOptions standard = new();
        InfluenceOptions options = standard with
        {
            Sets = call.GetValue(Sets) ?? standard.Sets,
            Seed = call.GetValue(Seed) ?? standard.Seed,
            CausalShare = (double?)call.GetValue(CausalShare) ?? standard.CausalShare,
            Progress = progress.Of("drawing sets"),
        };
        return new()
        {
            Expected = ExpectedInfluence.Estimate([.. edges.Customers], edges.Graph, margins, null, options, call.GetValue(Top) is int count ? new() { Count = count, Seed = options.Seed } : null, cancellation),
            Margins = margins,
            Probabilities = edges.Probabilities,
            Options = options,
        };
    }

    private static EstablishedResult Establish(ParseResult call, CancellationToken cancellation)
    {
        // Where links lose weight with age, or end, both files must tell when.
        bool dated = call.GetValue(HalfLife) is not null || call.GetValue(Window) is not null;
        IReadOnlyList<ReferredMargin> margins = MarginReader.Read(TableSource.File(call.GetValue(Margins)!), datesRequired: dated, cancellationToken: cancellation);
        ReferralNetwork network = ReferralReader.Read(TableSource.File(call.GetValue(Referrals)!), customers: margins.Select(margin => margin.Customer).Distinct(), datesRequired: dated, cancellationToken: cancellation);
        ReferralLedgerOptions standard = new();
        ReferralLedgerOptions options = standard with
        {
            CausalShare = call.GetValue(CausalShare) ?? standard.CausalShare,
            GenerationWeight = call.GetValue(Decay) ?? standard.GenerationWeight,
            HalfLifeDays = call.GetValue(HalfLife),
            WindowDays = call.GetValue(Window),
        };
        return new() { Ledger = ReferralLedger.Of(network, margins, options), Options = options };
    }

    /// <summary>An option of the other kind of call is refused, never ignored.</summary>
    private static void Check(ParseResult call)
    {
        bool expects = call.GetValue(Edges) is not null, establishes = call.GetValue(Referrals) is not null;
        if (expects == establishes)
            throw new WrongCallException(expects ? "--edges: tell what is expected, and --referrals what happened; give one of the two a call." : "Nothing to count: give --edges, or --referrals with --margins.");
        List<string> wrong = [];
        Option[] others = expects ? [Margins, Decay, HalfLife, Window] : [Probabilities, Values, Sets, Top, Seed];
        foreach (Option option in others)
        {
            if (call.GetResult(option) is not null)
                wrong.Add($"{option.Name}: has no meaning with {(expects ? Edges.Name : Referrals.Name)}; leave it out.");
        }

        if (establishes && call.GetValue(Margins) is null)
            wrong.Add("--margins: is missing; --referrals are worth what the customers they brought left over.");
        if (wrong.Count > 0)
            throw new WrongCallException([.. wrong]);
    }

    private static ValueOption<int> Whole(string name, string description, string helpName, int least) =>
        new(name, description, helpName, $"a whole number from {least} up", text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least ? number : null);
}
