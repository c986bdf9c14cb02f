using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.Covariates;
using CustomerValue.Validation;

namespace CustomerValue.Tests.LifetimeValue.Covariates;

/// <summary>Columns become numbers by a stated rule, and what can't be used is refused by row and field.</summary>
public class CovariateTableTests
{
    [Fact]
    public void Numbers_stay_and_categories_become_columns_of_0_and_1_beside_a_base_level()
    {
        CovariateTable table = CovariateTable.Of(
            CovariateColumn.OfNumbers("age", [31, 42, -0.0, 31]),
            CovariateColumn.OfLevels("city", ["Rome", "Oslo", "Rome", "Kyiv"]));
        Assert.Equal(["age", "city=Kyiv", "city=Oslo"], table.Names);
        Assert.Equal("Rome", table.Encoding.Columns[1].BaseLevel);
        Assert.Equal([31, 0, 0], table[0].ToArray());
        Assert.Equal([42, 0, 1], table[1].ToArray());
        Assert.Equal([31, 1, 0], table[3].ToArray());
        Assert.Equal(4, table.Kinds);
    }

    [Fact]
    public void The_base_level_is_the_one_named_or_the_most_frequent_or_the_first()
    {
        Assert.Equal("b", Base(null, "a", "b", "b"));
        Assert.Equal("a", Base(null, "b", "a"));
        Assert.Equal("c", Base("c", "a", "a", "c"));

        static string? Base(string? named, params string[] levels) => CovariateTable.Of(CovariateColumn.OfLevels("x", levels, named)).Encoding.Columns[0].BaseLevel;
    }

    [Fact]
    public void Equal_rows_are_one_kind_however_many_there_are()
    {
        Random random = new(5);
        double[] numbers = Enumerable.Range(0, 5000).Select(_ => Math.Round(random.NextDouble(), 2)).ToArray();
        CovariateTable table = CovariateTable.Of(CovariateColumn.OfNumbers("x", numbers), CovariateColumn.OfLevels("y", numbers.Select(x => x < 0.5 ? "low" : "high")));
        Assert.Equal(numbers.Distinct().Count(), table.Kinds);
        for (int row = 0; row < numbers.Length; row++)
            Assert.Equal(numbers[row], table[row][0]);
        Assert.Equal(Enumerable.Range(0, table.Kinds).Select(kind => table.Kind(kind)[0]).Order(), Enumerable.Range(0, table.Kinds).Select(kind => table.Kind(kind)[0]));
    }

    [Fact]
    public void What_is_missing_or_unknown_is_refused_by_row_and_field()
    {
        Refused("row 1, age: 'NaN' is no finite number", () => CovariateTable.Of(CovariateColumn.OfNumbers("age", [1, double.NaN])));
        Refused("row 2, city: is missing", () => CovariateTable.Of(CovariateColumn.OfLevels("city", ["a", "b", " "])));
        CovariateEncoding encoding = CovariateEncoding.Of([CovariateColumn.OfLevels("city", ["a", "b", "a"])]);
        Refused("row 0, city: 'c' is a level that the model has not seen; it knows a, b.", () => encoding.Encode([CovariateColumn.OfLevels("city", ["c", "b"])]));
        Refused("city: holds numbers", () => encoding.Encode([CovariateColumn.OfNumbers("city", [1])]));
        Refused("city: is not among the columns town", () => encoding.Encode([CovariateColumn.OfLevels("town", ["a"])]));
        Refused("city: 'z' is no level of it", () => CovariateTable.Of(CovariateColumn.OfLevels("city", ["a"], "z")));
        Refused("covariates: 'x' is the name of two columns", () => CovariateTable.Of(CovariateColumn.OfNumbers("x", [1]), CovariateColumn.OfNumbers("x", [2])));
        Refused("covariates: 'g=F' is the name of two columns", () => CovariateTable.Of(CovariateColumn.OfNumbers("g=F", [1, 2]), CovariateColumn.OfLevels("g", ["F", "M"], "M")));
        Refused("y: '1' values, but x has 2", () => CovariateTable.Of(CovariateColumn.OfNumbers("x", [1, 2]), CovariateColumn.OfNumbers("y", [2])));
        Refused("covariates: are none", () => CovariateTable.Of());
        Refused("zip: '299' numeric columns", () => CovariateTable.Of(CovariateColumn.OfLevels("zip", Enumerable.Range(0, 300).Select(i => $"{i}"))));
    }

    [Fact]
    public void Levels_named_twice_are_refused() =>
        Refused("g: 'F' is a level twice", () => CovariateCode.OfLevels("g", "F", ["M", "F"]));

    [Fact]
    public void A_model_refuses_parameters_that_it_has_not()
    {
        CovariateEncoding encoding = new([CovariateCode.OfNumbers("age")]);
        ModelParameter[] good = [new("r", 1), new("alpha", 2), new("a", 1), new("b", 2), new("purchase.age", -0.5)];
        Assert.Equal(good, new CovariatePurchaseModel("bg-nbd", default, encoding, good).Parameters);
        Refused("b: is missing", () => new CovariatePurchaseModel("bg-nbd", default, encoding, good.Where(parameter => parameter.Name != "b")));
        Refused("life.age: '1' is no parameter of bg-nbd", () => new CovariatePurchaseModel("bg-nbd", default, encoding, [.. good, new("life.age", 1)]));
        Refused("a: '-1' is not a finite number > 0", () => new CovariatePurchaseModel("bg-nbd", default, encoding, [good[0], good[1], new("a", -1), good[3]]));
        Refused("r: '1' is given twice", () => new CovariatePurchaseModel("bg-nbd", default, encoding, [.. good, good[0]]));
        Assert.Throws<ArgumentException>(() => new CovariateEstimator("nbd"));
        CovariatePurchaseModel model = new("bg-nbd", default, encoding, good);
        Assert.Throws<ArgumentException>(() => model.For([1, 2]));
        Assert.Throws<ArgumentException>(() => model.For([double.NaN]));
        Refused("alpha: ", () => model.For([1e6]));
    }

    private static void Refused(string message, Func<object> action) =>
        Assert.Contains(message, Assert.Throws<DataRejectedException>(action).Message.Replace("∞", "Infinity", StringComparison.Ordinal), StringComparison.Ordinal);
}
