namespace CustomerValue.Numerics;

/// <summary>A function to be maximised, with its exact derivatives.</summary>
internal interface IObjective
{
    /// <summary>How many variables.</summary>
    int Dimension { get; }

    /// <summary>Writes gradient and Hessian at <paramref name="x"/> and returns the value; −∞ or NaN where there is none.</summary>
    double Evaluate(double[] x, double[] gradient, double[,] hessian);
}
