using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.ParetoNbdDynamic;

namespace CustomerValue.Json.Reading;

/// <summary>Reads a model with covariates over time. Which covariates there are, the names of the parameters say.</summary>
internal static class DynamicModelReader
{
    private const string Model = "pareto-nbd-dynamic";
    private const string Purchase = "purchase.";
    private const string Life = "life.";
    private static readonly string[] Shared = ["r", "alpha", "s", "beta"];

    public static StoredModel<ParetoNbdDynamicModel> Read(StrictObject fields)
    {
        fields.Version();
        _ = fields["model"].Choice(new Dictionary<string, string> { [Model] = Model });
        TimeUnit unit = fields["unit"].Choice(Words.Units);
        ModelParameter[] parameters = fields["parameters"].Object(Parameters) ?? [];
        FitReport report = ModelReader.Report(fields, Model, parameters.Select(parameter => parameter.Name).ToArray(), parameters.Select(parameter => parameter.Value).ToArray()) with
        {
            LikelihoodRatio = fields["likelihoodRatio"].IsMissing ? null : fields["likelihoodRatio"].Object(Test),
        };
        double? seconds = fields["seconds"].IsMissing ? null : fields["seconds"].NotNegative();
        return new StoredModel<ParetoNbdDynamicModel>
        {
            Model = fields.Problems.Count > 0 ? null! : new ParetoNbdDynamicModel(
                parameters[0].Value, parameters[1].Value, parameters[2].Value, parameters[3].Value, Effects(parameters, Purchase), Effects(parameters, Life), unit),
            Report = ModelReader.Figures.All(figure => !fields[figure].IsMissing) ? report : null,
            Seconds = seconds,
        };
    }

    /// <summary>In the order of the model: the shared ones, effects on purchases, effects on dropout, each in the order of the document.</summary>
    private static ModelParameter[] Parameters(StrictObject given) =>
    [
        .. Shared.Select(name => new ModelParameter(name, given[name].Positive())),
        .. new[] { Purchase, Life }.SelectMany(prefix => given.Names.Where(name => IsEffect(name, prefix)).Select(name => new ModelParameter(name, given[name].Number()))),
    ];

    private static ModelParameter[] Effects(ModelParameter[] parameters, string prefix) =>
        parameters.Where(parameter => IsEffect(parameter.Name, prefix)).Select(parameter => new ModelParameter(parameter.Name.Substring(prefix.Length), parameter.Value)).ToArray();

    private static bool IsEffect(string name, string prefix) => name.StartsWith(prefix, StringComparison.Ordinal) && !string.IsNullOrWhiteSpace(name.Substring(prefix.Length));

    /// <summary>The p-value follows from the other two; it is there to be read by people.</summary>
    private static LikelihoodRatioTest? Test(StrictObject test)
    {
        _ = test["pValue"].Fraction();
        double statistic = test["statistic"].NotNegative();
        int freedom = test["degreesOfFreedom"].Whole(1);
        return freedom < 1 ? null : new LikelihoodRatioTest(statistic, freedom);
    }
}
