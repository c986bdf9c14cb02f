using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.LatentClasses;

/// <summary>What is wrong with the numbers of a model.</summary>
internal static class LatentClassModelCheck
{
    public static IReadOnlyList<DataProblem> Problems(LatentClassModel model)
    {
        List<DataProblem> problems = [.. LatentClassItem.Problems(model.Items)];
        if (model.Classes is 0 or > LatentClassOptions.MostClasses)
            Add("classes", $"{model.Classes}", $"classes; give 1 to {LatentClassOptions.MostClasses}.");
        Sum("shares", model.Shares);
        if (model.Probabilities.Count != model.Classes || model.Probabilities.Any(ofClass => ofClass.Count != model.Items.Count))
            Add("probabilities", null, "don't have one list a class and in it one an item.");
        else
        {
            for (int @class = 0; @class < model.Classes; @class++)
            {
                for (int item = 0; item < model.Items.Count; item++)
                {
                    if (model.Probabilities[@class][item].Count != model.Items[item].Categories.Count)
                        Add("probabilities", model.Items[item].Name, "doesn't have one probability a category in every class.");
                    else
                        Sum($"probabilities of {model.Items[item].Name} in class {@class + 1}", model.Probabilities[@class][item]);
                }
            }
        }

        if (model.Covariates.Count > LatentClassOptions.MostCovariates || model.Covariates.Any(string.IsNullOrWhiteSpace) || model.Covariates.Distinct(StringComparer.Ordinal).Count() < model.Covariates.Count)
            Add("covariates", $"{model.Covariates.Count}", $"covariates, or one is blank or given twice; name at most {LatentClassOptions.MostCovariates}, each once.");
        bool fits = model.Covariates.Count == 0 ? model.Coefficients.Count == 0
            : model.Coefficients.Count == model.Classes && model.Coefficients.All(row => row.Count == model.Covariates.Count + 1);
        if (!fits)
            Add("coefficients", $"{model.Coefficients.Count}", "rows; with covariates give one a class with an intercept and a number a covariate, without them none.");
        else if (model.Coefficients.Any(row => row.Any(value => double.IsNaN(value) || double.IsInfinity(value))) || (model.Coefficients.Count > 0 && model.Coefficients[0].Any(value => value != 0)))
            Add("coefficients", null, "are not finite, or those of the first class, against which the others stand, are not 0.");
        return problems;

        void Add(string field, string? value, string message) => problems.Add(new DataProblem { Field = field, Value = value, Message = message });

        void Sum(string field, IReadOnlyList<double> numbers)
        {
            if (numbers.Any(number => !(number > 0 && number <= 1)) || Math.Abs(numbers.Sum() - 1) > 1e-6)
                Add(field, numbers.Sum().ToString("R", CultureInfo.InvariantCulture), "is the sum; give numbers in (0, 1] with the sum 1.");
        }
    }
}
