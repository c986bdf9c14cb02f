using CustomerValue.Customers;
using CustomerValue.Segmentation.Clustering;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Psychographic;

/// <summary>Reads items from the columns of customers.</summary>
internal static class SurveyAnswers
{
    /// <summary>More points than a Likert scale has.</summary>
    private const int LongestScale = 11;

    /// <summary>The items named, or found: columns of whole numbers with 3 to 11 different answers, those that share the scale (least and largest answer) most columns have.</summary>
    public static IReadOnlyList<string> Items(CustomerBase customers, IReadOnlyList<string>? named)
    {
        if (named is not null)
        {
            string[] unknown = [.. named.Where(name => !customers.HasColumn(name))];
            return unknown.Length == 0 ? named
                : throw new DataRejectedException([.. unknown.Select(name => new DataProblem { Field = "items", Value = name, Message = $"is no column of the customers; there are: {string.Join(", ", customers.Columns)}." })]);
        }

        string[] found = customers.Columns.Select(name => (Name: name, Scale: Scale(customers.Column(name)!))).Where(column => column.Scale is not null)
            .GroupBy(column => column.Scale).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).FirstOrDefault()?.Select(column => column.Name).ToArray() ?? [];
        return found.Length >= 3 ? found
            : throw new DataRejectedException(new DataProblem { Field = "items", Value = $"{found.Length}", Message = "columns look like answers on one scale, whole numbers of 3 to 11 different values; name the items in the options." });
    }

    /// <summary>Those who answered every item, as a table.</summary>
    public static NumericTable Complete(CustomerBase customers, IReadOnlyList<string> items)
    {
        CustomerColumn[] columns = [.. items.Select(item => customers.Column(item)!)];
        int[] rows = [.. Enumerable.Range(0, customers.Count).Where(row => Array.TrueForAll(columns, column => !double.IsNaN(column.Number(row))))];
        return new NumericTable([.. columns.Select(column => (ReadOnlyMemory<double>)Array.ConvertAll(rows, column.Number))], items);
    }

    private static (double Least, double Largest)? Scale(CustomerColumn column)
    {
        HashSet<double> answers = [];
        for (int row = 0; row < column.Count; row++)
        {
            double answer = column.Number(row);
            if (double.IsNaN(answer) && column.IsMissing(row))
                continue;
            if (!(answer == Math.Floor(answer)) || (answers.Add(answer) && answers.Count > LongestScale))
                return null;
        }

        return answers.Count >= 3 ? (answers.Min(), answers.Max()) : null;
    }
}
