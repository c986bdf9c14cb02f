using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.ParetoNbdDynamic;

/// <summary>
/// One of the two processes of a customer on the way through the covariates: E = ∫ e^(γ'z) dt since the first purchase with its
/// derivatives by γ, and what the log of (1 + E/scale)^−power contributes to gradient and Hessian. Purchases and dropout differ in
/// nothing else. Parameters are ln shape, ln scale, γ; they stand at <c>first</c>, <c>first</c> + 1 and from <c>firstEffect</c> on.
/// </summary>
internal sealed class ProcessExposure(int first, int firstEffect, int effects, int feature)
{
    private readonly double[] byEffect = new double[effects];
    private readonly double[] byEffects = new double[effects * effects];
    private double shape;
    private double scale;

    /// <summary>E.</summary>
    public double Total { get; private set; }

    /// <summary>scale + E.</summary>
    public double Scaled => scale + Total;

    /// <summary>ln(1 + E/scale).</summary>
    public double Log => SpecialFunctions.Log1P(Total / scale);

    /// <summary>Starts with a new customer.</summary>
    public void Restart(double ownShape, double ownScale)
    {
        (shape, scale, Total) = (ownShape, ownScale, 0);
        Array.Clear(byEffect, 0, effects);
        Array.Clear(byEffects, 0, byEffects.Length);
    }

    /// <summary>Time goes on at an intensity with the covariates z.</summary>
    public void Advance(double exposure, ReadOnlySpan<double> z)
    {
        Total += exposure;
        for (int i = 0; i < effects; i++)
        {
            double weighted = exposure * z[i];
            byEffect[i] += weighted;
            for (int j = i; j < effects; j++)
                byEffects[(i * effects) + j] += weighted * z[j];
        }
    }

    /// <summary>
    /// The first derivatives of shape·ln scale − power·ln(scale + E) + <paramref name="leaving"/>·(ln shape + γ'z) as c₀ + c₁·e + c₂·log
    /// in the features of <see cref="PieceMoments"/>, with E as it is at the beginning of the piece.
    /// </summary>
    public void Slopes(double power, double leaving, ReadOnlySpan<double> z, Span<double> c)
    {
        double inverse = 1 / Scaled;
        double part = scale * inverse;
        Set(c, first, leaving - (shape * Log), 0, -shape);
        Set(c, first + 1, shape - (power * part), power * part, 0);
        for (int i = 0; i < effects; i++)
        {
            double mean = byEffect[i] * inverse;
            Set(c, firstEffect + i, (leaving * z[i]) - (power * mean), -power * (z[i] - mean), 0);
        }
    }

    /// <summary>Adds the second derivatives of the same, integrated over the piece, to the upper triangle of the Hessian.</summary>
    public void AddCurvature(double power, ReadOnlySpan<double> z, ReadOnlySpan<double> moments, Span<double> hessian, int n)
    {
        double one = moments[0];
        double e = moments[feature];
        double log = moments[feature + 1];
        double ee = moments[(feature * PieceMoments.Features) + feature];
        double inverse = 1 / Scaled;
        double part = scale * inverse;
        double rest = one - e;
        hessian[(first * n) + first] -= shape * ((Log * one) + log);
        hessian[(first * n) + first + 1] += shape * (one - (part * rest));
        hessian[((first + 1) * n) + first + 1] -= power * ((part * rest) - (part * part * (rest - e + ee)));
        for (int i = 0; i < effects; i++)
        {
            double mean = byEffect[i] * inverse;
            double jump = z[i] - mean;
            hessian[(first * n) + firstEffect + i] -= shape * ((mean * one) + (jump * e));
            hessian[((first + 1) * n) + firstEffect + i] += power * part * ((mean * rest) + (jump * (e - ee)));
            for (int j = i; j < effects; j++)
            {
                double otherMean = byEffect[j] * inverse;
                double otherJump = z[j] - otherMean;
                double square = byEffects[(i * effects) + j] * inverse;
                double product = (mean * otherMean * one) + (((mean * otherJump) + (jump * otherMean)) * e) + (jump * otherJump * ee);
                hessian[((firstEffect + i) * n) + firstEffect + j] -= power * ((square * one) + (((z[i] * z[j]) - square) * e) - product);
            }
        }
    }

    private static void Set(Span<double> c, int parameter, double constant, double byFeature, double byLog)
    {
        c[3 * parameter] = constant;
        c[(3 * parameter) + 1] = byFeature;
        c[(3 * parameter) + 2] = byLog;
    }
}
