using CustomerValue.Customers;
using CustomerValue.PotentialValue.Recommendation;

namespace CustomerValue.Tests.PotentialValue.Recommendation;

/// <summary>What holds for every recommender, whatever the purchases.</summary>
public sealed class RecommenderLawsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(65)]
    [InlineData(150)]
    public void The_inverse_times_the_matrix_is_one(int n)
    {
        Random random = new(n);
        double[,] half = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
                half[i, j] = random.NextDouble() - 0.5;
        }

        double[] matrix = new double[n * n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
                matrix[(i * n) + j] = Enumerable.Range(0, n).Sum(k => half[i, k] * half[j, k]) + (i == j ? 1 : 0);
        }

        double[] inverse = (double[])matrix.Clone(), onThreads = (double[])matrix.Clone();
        Assert.True(SymmetricInverse.Invert(inverse, n, 1, default));
        Assert.True(SymmetricInverse.Invert(onThreads, n, 3, default));
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                Assert.Equal(i == j ? 1 : 0, Enumerable.Range(0, n).Sum(k => matrix[(i * n) + k] * inverse[k >= j ? (k * n) + j : (j * n) + k]), 1e-10);
                if (j <= i)
                    Assert.Equal(inverse[(i * n) + j], onThreads[(i * n) + j]);
            }
        }
    }

    [Fact]
    public void All_customers_at_once_get_what_each_gets_alone()
    {
        Interactions interactions = Interactions.Of(Shop.Random(60, 12, 5, 3));
        foreach (IRecommender model in Shop.Models(interactions))
        {
            CustomerRecommendations recommendations = new(model, interactions, options: new TopProductsOptions { Count = 4, Unavailable = ["p0002"] });
            TopProductsTable all = recommendations.ForAll();
            for (int row = 0; row < interactions.Customers.Length; row++)
                Assert.Equal(recommendations.For(interactions.Customers[row]).Select(offer => offer.Product), all.ProductsOf(row).ToArray().Select(product => interactions.Products[product]));
        }
    }

    [Fact]
    public void A_matrix_that_is_not_positive_definite_has_no_inverse()
    {
        double[] matrix = [1, 2, 2, 1];
        Assert.False(SymmetricInverse.Invert(matrix, 2, 1, default));
    }

    [Fact]
    public void Rows_times_rows_are_the_same_bits_four_by_two_or_one_by_one()
    {
        Random random = new(7);
        foreach (int length in new[] { 0, 1, 3, 4, 5, 63, 64, 130 })
        {
            double[] a = [.. Enumerable.Range(0, 7 * 130).Select(_ => random.NextDouble() - 0.5)], b = [.. Enumerable.Range(0, 5 * 130).Select(_ => random.NextDouble() - 0.5)], product = new double[7 * 5];
            RowDots.Multiply(a, 0, 130, 7, b, 0, 130, 5, length, product, 5);
            for (int i = 0; i < 7; i++)
            {
                for (int j = 0; j < 5; j++)
                    Assert.Equal(RowDots.Dot(a.AsSpan(i * 130, length), b.AsSpan(j * 130, length)), product[(i * 5) + j]);
            }
        }
    }

    [Fact]
    public void The_number_of_threads_and_the_order_of_purchases_change_no_bit()
    {
        Purchase[] purchases = Shop.Random(300, 140, 8, 3);
        Interactions interactions = Interactions.Of(purchases), shuffled = Interactions.Of(purchases.Reverse());
        foreach ((IRecommender one, IRecommender three) in Shop.Models(interactions).Zip(Shop.Models(shuffled, 3)))
        {
            TopProductsTable left = TopProducts.ForAll(one, interactions, null, 1, default), right = TopProducts.ForAll(three, shuffled, null, 3, default);
            for (int customer = 0; customer < left.Count; customer++)
            {
                Assert.Equal(left.ProductsOf(customer).ToArray(), right.ProductsOf(customer).ToArray());
                Assert.Equal(left.ScoresOf(customer).ToArray(), right.ScoresOf(customer).ToArray());
            }
        }
    }

    [Fact]
    public void Parts_add_up_to_the_score_and_a_list_is_the_sorted_scores()
    {
        Interactions interactions = Interactions.Of(Shop.Random(200, 60, 7, 5));
        foreach (IRecommender model in Shop.Models(interactions))
        {
            TopProductsTable all = TopProducts.ForAll(model, interactions);
            for (int customer = 0; customer < 20; customer++)
            {
                int[] owned = interactions.ProductsOf(customer).ToArray();
                double[] counts = interactions.CountsOf(customer).ToArray(), scores = Shop.Score(model, owned, counts), parts = new double[owned.Length];
                int[] expected = [.. Enumerable.Range(0, scores.Length).Where(product => !owned.Contains(product) && scores[product] > 0).OrderByDescending(product => scores[product]).Take(10)];
                Assert.Equal(expected, all.ProductsOf(customer).ToArray());
                IReadOnlyList<ProductRecommendation> one = TopProducts.For(model, owned, counts);
                Assert.Equal(expected.Select(product => model.Products[product]), one.Select(each => each.Product));
                foreach (int product in expected)
                {
                    model.Explain(owned, counts, product, parts);
                    Assert.Equal(model.Name == "popularity" ? 0 : scores[product], parts.Sum(), 1e-9);
                }
            }
        }
    }

    [Fact]
    public void New_purchases_count_without_a_new_fit()
    {
        Interactions interactions = Interactions.Of(Shop.Random(200, 40, 6, 9));
        foreach (IRecommender model in Shop.Models(interactions).Skip(1))
            Assert.NotEqual(Shop.Score(model, [1, 2], [1, 1]), Shop.Score(model, [1, 2, 5], [1, 1, 1]));
    }

    /// <summary>The gradient of the ridge regression vanishes at every weight but the diagonal's.</summary>
    [Fact]
    public void Ease_is_where_its_loss_is_least()
    {
        Interactions interactions = Interactions.Of(Shop.Random(150, 80, 6, 11));
        EaseRecommender model = EaseRecommender.Fit(interactions, new EaseOptions { Lambda = 5 });
        int n = interactions.Products.Count;
        double[,] gram = new double[n, n];
        for (int customer = 0; customer < interactions.Customers.Length; customer++)
        {
            foreach (int i in interactions.ProductsOf(customer))
            {
                foreach (int j in interactions.ProductsOf(customer))
                    gram[i, j]++;
            }
        }

        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                if (i != j)
                    Assert.Equal(gram[i, j], Enumerable.Range(0, n).Sum(k => gram[i, k] * model.Weight(k, j)) + (5 * model.Weight(i, j)), 1e-9);
            }
        }
    }

    [Fact]
    public void Als_lowers_its_loss_pass_by_pass()
    {
        Interactions interactions = Interactions.Of(Shop.Random(80, 30, 5, 13));
        double[] losses = [.. new[] { 1, 2, 4, 8 }.Select(Loss)];
        Assert.Equal(losses.OrderByDescending(loss => loss), losses);

        double Loss(int passes)
        {
            AlsRecommender model = AlsRecommender.Fit(interactions, new AlsOptions { Factors = 4, Iterations = passes, Lambda = 2 });
            double loss = 0;
            double[] factors = new double[4];
            for (int customer = 0; customer < interactions.Customers.Length; customer++)
            {
                ReadOnlySpan<int> owned = interactions.ProductsOf(customer);
                model.FoldIn(owned, interactions.CountsOf(customer), factors);
                loss += 2 * factors.Sum(factor => factor * factor);
                double[] scores = Shop.Score(model, owned, interactions.CountsOf(customer));
                for (int product = 0; product < scores.Length; product++)
                {
                    int at = owned.IndexOf(product);
                    loss += at < 0 ? scores[product] * scores[product] : (1 + (10 * interactions.CountsOf(customer)[at])) * (1 - scores[product]) * (1 - scores[product]);
                }
            }

            for (int product = 0; product < model.Products.Count; product++)
            {
                foreach (double factor in model.FactorsOf(product))
                    loss += 2 * factor * factor;
            }

            return loss;
        }
    }

    [Fact]
    public void Lists_for_all_allocate_nothing_per_customer()
    {
        Interactions few = Interactions.Of(Shop.Random(100, 30, 5, 1)), many = Interactions.Of(Shop.Random(1100, 30, 5, 1));
        foreach ((IRecommender small, IRecommender large) in Shop.Models(few).Zip(Shop.Models(many)))
        {
            TopProducts.ForAll(small, few, null, 1, default);
            long one = Allocation.Of(() => TopProducts.ForAll(small, few, null, 1, default)), eleven = Allocation.Of(() => TopProducts.ForAll(large, many, null, 1, default));

            // Ten products, ten scores and a count a customer are what is asked for.
            Assert.InRange(eleven - one, 0, (1000 * 124) + 4096);
        }
    }
}
