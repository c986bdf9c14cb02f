using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.Covariates;
using CustomerValue.Validation;

namespace CustomerValue.Json.Reading;

/// <summary>Reads a model with covariates. Which parameters there must be follows from the model and the covariates, so the model itself judges them.</summary>
internal static class CovariateModelReader
{
    public static StoredModel<CovariatePurchaseModel> Purchase(StrictObject fields)
    {
        fields.Version();
        string name = fields["model"].Choice(CovariateEstimator.Models.ToDictionary(model => model, model => model), "one of the purchase models with covariates") ?? "";
        TimeUnit unit = fields["unit"].Choice(Words.Units);
        return Read(fields, name, (encoding, parameters) => new CovariatePurchaseModel(name, unit, encoding, parameters), model => model.Parameters);
    }

    public static StoredModel<CovariateSpendModel> Spend(StrictObject fields)
    {
        fields.Version();
        string name = fields["model"].Choice(ModelForms.Spend.Keys.ToDictionary(model => model, model => model), "one of the spend models") ?? "";
        if (!fields["unit"].IsMissing)
            _ = fields["unit"].Choice(Words.Units);
        return Read(fields, name, (encoding, parameters) => new CovariateSpendModel(encoding, parameters), model => model.Parameters);
    }

    private static StoredModel<TModel> Read<TModel>(StrictObject fields, string name, Func<CovariateEncoding, ModelParameter[], TModel> make, Func<TModel, IReadOnlyList<ModelParameter>> parametersOf)
        where TModel : class
    {
        CovariateCode[] codes = fields["covariates"].Array("an array of columns, such as [{\"name\":\"age\"}]").Select(column => column.Object(Code)!).ToArray();
        ModelParameter[] parameters = fields["parameters"].Object(given => given.Names.Select(parameter => new ModelParameter(parameter, given[parameter].Number())).ToArray()) ?? [];
        CovariateEncoding? encoding = fields.Problems.Count > 0 ? null : Made(fields.Problems, _ => $"{fields.Path}.covariates", () => new CovariateEncoding(codes));
        TModel? model = encoding is null ? null : Made(fields.Problems, problem => $"{fields.Path}.parameters.{problem.Field}", () => make(encoding, parameters));
        ModelParameter[] known = model is null ? parameters : [.. parametersOf(model)];
        string[] names = known.Select(parameter => parameter.Name).ToArray();
        FitReport report = ModelReader.Report(fields, name, names, known.Select(parameter => parameter.Value).ToArray()) with
        {
            FreeParameters = fields["freeParameters"].IsMissing ? names.Length : fields["freeParameters"].Whole(0, Math.Max(0, names.Length)),
            LikelihoodRatio = fields["likelihoodRatio"].IsMissing ? null : fields["likelihoodRatio"].Object(Test),
        };
        double? seconds = fields["seconds"].IsMissing ? null : fields["seconds"].NotNegative();
        return new StoredModel<TModel> { Model = model!, Report = ModelReader.Figures.All(figure => !fields[figure].IsMissing) ? report : null, Seconds = seconds };
    }

    private static CovariateCode? Code(StrictObject column)
    {
        string name = column["name"].Text();
        if (column["baseLevel"].IsMissing && column["levels"].IsMissing)
            return CovariateCode.OfNumbers(name);
        string baseLevel = column["baseLevel"].Text();
        string[] levels = column["levels"].Array("an array of levels").Select(level => level.Text()).ToArray();
        return column.Problems.Count > 0 ? null : Made(column.Problems, _ => $"{column.Path}.levels", () => CovariateCode.OfLevels(name, baseLevel, levels));
    }

    /// <summary>The p-value follows from the other two; it is there to be read by people.</summary>
    private static LikelihoodRatioTest? Test(StrictObject test)
    {
        _ = test["pValue"].Fraction();
        double statistic = test["statistic"].NotNegative();
        int freedom = test["degreesOfFreedom"].Whole(1);
        return freedom < 1 ? null : new LikelihoodRatioTest(statistic, freedom);
    }

    /// <summary>What is made, or null where it is refused; the refusals go to the document's problems under a path.</summary>
    private static T? Made<T>(ProblemList problems, Func<DataProblem, string> path, Func<T> make)
        where T : class
    {
        try
        {
            return make();
        }
        catch (DataRejectedException refused)
        {
            foreach (DataProblem problem in refused.Problems)
                problems.Add(path(problem), problem.Value is null ? null : $"\"{problem.Value}\"", problem.Message);
            return null;
        }
    }
}
