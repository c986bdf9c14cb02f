using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.ShiftedBetaGeometric;

namespace CustomerValue.Json.Reading;

/// <summary>Reads a model with what is known of its fit.</summary>
internal static class ModelReader
{
    /// <summary>Without all of these there is no report.</summary>
    public static readonly string[] Figures = ["customers", "distinct", "logLikelihood", "gradientNorm", "converged", "iterations", "evaluations"];

    public static StoredModel<PurchaseModel> Purchase(StrictObject fields) => Read(fields, ModelForms.Purchase, "one of the purchase models", fields => fields["unit"].Choice(Words.Units));

    public static StoredModel<ShiftedBetaGeometricModel> Contract(StrictObject fields) => Read(fields, ModelForms.Contract, "one of the models of contracts", fields => fields["unit"].Choice(Words.Units));

    /// <summary>Spend has no time in it; a unit may stand there, as in a purchase model's file, and says nothing.</summary>
    public static StoredModel<SpendModel> Spend(StrictObject fields) => Read(fields, ModelForms.Spend, "one of the spend models", fields => fields["unit"].IsMissing ? default : fields["unit"].Choice(Words.Units));

    private static StoredModel<TModel> Read<TModel>(StrictObject fields, IReadOnlyDictionary<string, ModelForm<TModel>> forms, string what, Func<StrictObject, TimeUnit> readUnit)
        where TModel : class
    {
        fields.Version();
        long before = fields.Problems.Count;
        string name = fields["model"].Choice(forms.ToDictionary(form => form.Key, form => form.Key), what) ?? "";
        TimeUnit unit = readUnit(fields);
        ModelForm<TModel>? form = name.Length > 0 ? forms[name] : null;
        IReadOnlyList<string> names = form?.Parameters ?? [];
        double Value(StrictValue value, int i) => form!.OfAnySign.Contains(names[i]) ? value.Number() : Parameter(names[i], value);
        double[] values = form is null ? [] : fields["parameters"].Object(parameters => names.Select((parameter, i) => Value(parameters[parameter], i)).ToArray()) ?? [];
        double[][] draws = form?.MakeOfDraws is null || fields["draws"].IsMissing ? [] : Draws(fields["draws"], names, Value);
        if (form is null)
            _ = fields["parameters"];
        FitReport report = Report(fields, name, names, values);
        double? seconds = fields["seconds"].IsMissing ? null : fields["seconds"].NotNegative();
        return new StoredModel<TModel>
        {
            Model = fields.Problems.Count > before ? null! : form!.MakeOfDraws is { } make ? make(values, draws, unit) : form.Make(values, unit),
            Report = Figures.All(figure => !fields[figure].IsMissing) ? report : null,
            Seconds = seconds,
        };
    }

    public static FitReport Report(StrictObject fields, string model, IReadOnlyList<string> names, double[] values) => new()
    {
        Model = model,
        Parameters = names.Zip(values, (name, value) => new ModelParameter(name, value)).ToArray(),
        Customers = Optional(fields["customers"], value => value.NotNegative()),
        DistinctHistories = Optional(fields["distinct"], value => value.Whole(0)),
        LogLikelihood = Optional(fields["logLikelihood"], value => value.Number()),
        GradientNorm = Optional(fields["gradientNorm"], value => value.NotNegative()),
        Converged = Optional(fields["converged"], value => value.Boolean()),
        Iterations = Optional(fields["iterations"], value => value.Whole(0)),
        Evaluations = Optional(fields["evaluations"], value => value.Whole(0)),
        Reason = Optional<LocalizedText?>(fields["reason"], value => value.Localized()),
        Warnings = Optional(fields["warnings"], value => value.Array("an array of texts").Select(warning => warning.Localized()).ToArray()) ?? [],
        StandardErrors = Optional(fields["standardErrors"], value => value.Object(errors => Each(errors, names, error => error.NotNegative()))),
        Covariance = Optional(fields["covariance"], value => Square(value, names.Count)),
        Sampling = Optional(fields["sampling"], value => value.Object(sampling => Sampling(sampling, names))),
    };

    private static double Parameter(string name, StrictValue value) => name == ModelForms.Regularity ? value.Whole(1, ModelForms.LargestRegularity) : value.Positive();

    private static SamplingReport Sampling(StrictObject fields, IReadOnlyList<string> names)
    {
        double[] OfEach(string field) => fields[field].Object(values => Each(values, names, value => value.NotNegative())) ?? [];
        return new SamplingReport
        {
            Chains = fields["chains"].Whole(1),
            Draws = fields["draws"].Whole(1),
            Sweeps = fields["sweeps"].Whole(1),
            RHat = OfEach("rHat"),
            BulkEffectiveSize = OfEach("ess"),
            TailEffectiveSize = OfEach("essTail"),
        };
    }

    private static double[][] Draws(StrictValue value, IReadOnlyList<string> names, Func<StrictValue, int, double> read)
    {
        string allowed = $"an array of at most 1000 draws of {names.Count} numbers: {string.Join(", ", names)}";
        List<double[]> draws = [];
        foreach (StrictValue row in value.Array(allowed))
        {
            IReadOnlyList<StrictValue> cells = row.Array(allowed);
            if (cells.Count == names.Count)
                draws.Add([.. cells.Select(read)]);
            else
                row.Reject(allowed);
        }

        return [.. draws];
    }

    private static T? Optional<T>(StrictValue value, Func<StrictValue, T> read) => value.IsMissing ? default : read(value);

    private static double[] Each(StrictObject fields, IReadOnlyList<string> names, Func<StrictValue, double> read) => names.Select(name => read(fields[name])).ToArray();

    private static double[][] Square(StrictValue value, int size)
    {
        string allowed = $"an array of {size} rows of {size} numbers";
        double[][] rows = value.Array(allowed).Select(row => row.Array(allowed).Select(cell => cell.Number()).ToArray()).ToArray();
        if (size > 0 && (rows.Length != size || rows.Any(row => row.Length != size)))
            value.Reject(allowed);
        return rows;
    }
}
