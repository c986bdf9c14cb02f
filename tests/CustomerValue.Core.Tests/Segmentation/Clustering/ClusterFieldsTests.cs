using CustomerValue.Customers;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Clustering;
using CustomerValue.Segmentation.Clustering.KMeans;
using CustomerValue.Segmentation.Clustering.Mixtures;
using CustomerValue.Tests.Segmentation.Laws;
using CustomerValue.Validation;

namespace CustomerValue.Tests.Segmentation.Clustering;

public class ClusterFieldsTests
{
    [Fact]
    public void Without_purchases_all_columns_of_numbers_are_taken_as_they_are()
    {
        CustomerBase customers = CustomerBase.OfProfiles(Population.Day, Enumerable.Range(0, 40).Select(i => new CustomerProfile
        {
            Customer = new CustomerId($"c{i:00}"),
            Attributes = new Dictionary<string, string> { ["age"] = $"{20 + i}", ["income"] = $"{(i < 20 ? 20_000 : 90_000) + (10 * i)}", ["city"] = i % 2 == 0 ? "上海" : "北京", ["one"] = "1", ["odd"] = i == 3 ? "?" : "2" },
        }));
        Assert.Equal(["age", "income"], ClusterFields.Usual(customers).Select(field => field.Column));

        IFittedSegmentation fitted = Assert.IsAssignableFrom<IFittedSegmentation>(new KMeansStrategy(new KMeansStrategyOptions { Clusters = new KMeansOptions { K = 2 } }).Fit(customers));
        Assert.StartsWith("income spreads 3,0", Assert.Single(fitted.Fit.Warnings).English, StringComparison.Ordinal);
        Assert.Contains("standard", fitted.Fit.Warnings[0].Chinese, StringComparison.Ordinal);
        ClusterField[] scaled = [.. ClusterFields.Usual(customers).Select(field => field with { Scaling = FieldScaling.Standard })];
        Assert.Empty(Assert.IsAssignableFrom<IFittedSegmentation>(new KMeansStrategy(new KMeansStrategyOptions { Fields = scaled, Clusters = new KMeansOptions { K = 2 } }).Fit(customers)).Fit.Warnings);
        Assert.IsType<MixtureSegmentation>(new MixtureStrategy(new MixtureOptions { Fields = scaled, Mixture = new GaussianMixtureOptions { Components = 2 } }).Fit(customers));
    }

    [Fact]
    public void Where_nothing_is_a_number_it_says_so()
    {
        CustomerBase customers = CustomerBase.OfProfiles(Population.Day, [new() { Customer = new CustomerId("a"), Attributes = new Dictionary<string, string> { ["city"] = "上海" } }]);
        Assert.Contains("city", Assert.Throws<DataRejectedException>(() => new KMeansStrategy().Fit(customers)).Message, StringComparison.Ordinal);
    }
}
