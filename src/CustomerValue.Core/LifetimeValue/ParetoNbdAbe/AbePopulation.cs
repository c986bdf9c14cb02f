using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.ParetoNbdAbe;

/// <summary>
/// Coefficients B (columns × 2) and covariance Γ of (ln λ, ln μ), with their conjugate prior: drawn given all customers' rates, and the
/// density of the prior for moves that change the rates too. Source: Abe (2009), appendix; Rossi, Allenby &amp; McCulloch (2005), §2.8.5.
/// </summary>
internal sealed class AbePopulation
{
    private readonly double precision;
    private readonly double freedom;
    private readonly double scale;
    private readonly double[,] root;
    private readonly int customers;

    /// <param name="priors">The priors.</param>
    /// <param name="design">Columns of covariates, the constant one first, each with a value a customer.</param>
    /// <param name="customers">How many.</param>
    public AbePopulation(AbePriors priors, double[][] design, int customers)
    {
        this.customers = customers;
        Columns = design.Length;
        precision = priors.Precision;
        freedom = priors.Freedom ?? 3 + Columns;
        scale = priors.Scale ?? freedom;
        double[,] information = new double[Columns, Columns];
        for (int i = 0; i < Columns; i++)
        {
            for (int j = 0; j <= i; j++)
                information[i, j] = (i == j ? precision : 0) + design[i].Zip(design[j], (a, b) => a * b).Sum();
        }

        root = Cholesky(information);
        Beta = new double[Columns, 2];
    }

    public int Columns { get; }

    /// <summary>B.</summary>
    public double[,] Beta { get; }

    /// <summary>Γ: variance of ln λ, covariance, variance of ln μ.</summary>
    public (double Lambda, double Both, double Mu) Gamma { get; set; } = (1, 0, 1);

    /// <summary>Draws Γ, then B given it.</summary>
    /// <param name="cross">X′Θ, columns × 2.</param>
    /// <param name="squares">Θ′Θ: of ln λ, of both, of ln μ.</param>
    /// <param name="random">The stream.</param>
    public void Draw(double[,] cross, (double Lambda, double Both, double Mu) squares, ref RandomStream random)
    {
        // With L L′ = X′X + A: the mean is L′⁻¹ L⁻¹ X′Θ, and what is left of Θ′Θ is Θ′Θ − |L⁻¹ X′Θ|².
        double[,] half = new double[Columns, 2];
        for (int c = 0; c < 2; c++)
        {
            for (int i = 0; i < Columns; i++)
            {
                double sum = cross[i, c];
                for (int j = 0; j < i; j++)
                    sum -= root[i, j] * half[j, c];
                half[i, c] = sum / root[i, i];
            }
        }

        double a = squares.Lambda + scale, b = squares.Both, d = squares.Mu + scale;
        for (int i = 0; i < Columns; i++)
        {
            a -= half[i, 0] * half[i, 0];
            b -= half[i, 0] * half[i, 1];
            d -= half[i, 1] * half[i, 1];
        }

        Gamma = InverseWishart(freedom + customers, a, b, d, ref random);
        double first = Math.Sqrt(Gamma.Lambda);
        double below = Gamma.Both / first;
        double second = Math.Sqrt(Math.Max(1e-300, Gamma.Mu - (below * below)));
        for (int i = 0; i < Columns; i++)
        {
            double z = random.Normal();
            half[i, 0] += first * z;
            half[i, 1] += (below * z) + (second * random.Normal());
        }

        for (int c = 0; c < 2; c++)
        {
            for (int i = Columns - 1; i >= 0; i--)
            {
                double sum = half[i, c];
                for (int j = i + 1; j < Columns; j++)
                    sum -= root[j, i] * Beta[j, c];
                Beta[i, c] = sum / root[i, i];
            }
        }
    }

    /// <summary>Log-density of the prior at a Γ and the present B, up to a constant.</summary>
    public double LogPrior((double Lambda, double Both, double Mu) gamma)
    {
        double determinant = (gamma.Lambda * gamma.Mu) - (gamma.Both * gamma.Both);
        double a = scale, b = 0, d = scale;
        for (int i = 0; i < Columns; i++)
        {
            a += precision * Beta[i, 0] * Beta[i, 0];
            b += precision * Beta[i, 0] * Beta[i, 1];
            d += precision * Beta[i, 1] * Beta[i, 1];
        }

        double trace = ((a * gamma.Mu) - (2 * b * gamma.Both) + (d * gamma.Lambda)) / determinant;
        return (-0.5 * (freedom + 3 + Columns) * Math.Log(determinant)) - (0.5 * trace);
    }

    /// <summary>Γ = R (T T′)⁻¹ R′ with R R′ the scale and T from Bartlett's decomposition of a standard Wishart matrix.</summary>
    private static (double Lambda, double Both, double Mu) InverseWishart(double freedom, double a, double b, double d, ref RandomStream random)
    {
        double t11 = Math.Sqrt(2 * random.Gamma(freedom / 2));
        double t21 = random.Normal();
        double t22 = Math.Sqrt(2 * random.Gamma((freedom - 1) / 2));
        double r11 = Math.Sqrt(a);
        double r21 = b / r11;
        double r22 = Math.Sqrt(Math.Max(1e-300, d - (r21 * r21)));
        double i11 = 1 / t11, i22 = 1 / t22, i21 = -t21 / (t11 * t22);
        double m11 = r11 * i11, m12 = r11 * i21, m21 = r21 * i11, m22 = (r21 * i21) + (r22 * i22);
        return ((m11 * m11) + (m12 * m12), (m11 * m21) + (m12 * m22), (m21 * m21) + (m22 * m22));
    }

    private static double[,] Cholesky(double[,] matrix)
    {
        int n = matrix.GetLength(0);
        double[,] root = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double sum = matrix[i, j];
                for (int k = 0; k < j; k++)
                    sum -= root[i, k] * root[j, k];
                root[i, j] = i == j ? Math.Sqrt(sum) : sum / root[j, j];
            }
        }

        return root;
    }
}
