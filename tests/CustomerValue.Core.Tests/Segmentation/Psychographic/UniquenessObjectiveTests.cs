using CustomerValue.Segmentation.Psychographic;
using CustomerValue.Tests.LifetimeValue;
using MathNet.Numerics.LinearAlgebra;

namespace CustomerValue.Tests.Segmentation.Psychographic;

/// <summary>Wrong second derivatives would only make the fit slower, so nothing else would tell.</summary>
public class UniquenessObjectiveTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Derivatives_equal_central_differences(int factors)
    {
        double[,] loadings = { { 0.8, 0.1 }, { 0.7, -0.2 }, { 0.6, 0.3 }, { 0.2, 0.7 }, { -0.1, 0.6 }, { 0.3, 0.5 } };
        Matrix<double> common = Matrix<double>.Build.DenseOfArray(loadings);
        Matrix<double> correlations = common * common.Transpose();
        for (int i = 0; i < 6; i++)
        {
            correlations[i, i] = 1;
            correlations[i, (i + 2) % 6] = correlations[(i + 2) % 6, i] += 0.05;
        }

        Derivatives.AssertRight(new UniquenessObjective(correlations, factors), [.. Enumerable.Range(0, 6).Select(i => UniquenessObjective.X(0.3 + (0.08 * i)))]);
    }
}
