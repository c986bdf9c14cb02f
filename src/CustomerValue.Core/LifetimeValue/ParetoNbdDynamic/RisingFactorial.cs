namespace CustomerValue.LifetimeValue.ParetoNbdDynamic;

/// <summary>ln (r)_x for x = 0, 1, … as running sums, with the derivatives by ln r.</summary>
internal sealed class RisingFactorial
{
    public RisingFactorial(double r, int largest)
    {
        Log = new double[largest + 1];
        Slope = new double[largest + 1];
        Curvature = new double[largest + 1];
        for (int j = 0; j < largest; j++)
        {
            double part = r / (r + j);
            Log[j + 1] = Log[j] + Math.Log(r + j);
            Slope[j + 1] = Slope[j] + part;
            Curvature[j + 1] = Curvature[j] + (part * (1 - part));
        }
    }

    public double[] Log { get; }

    public double[] Slope { get; }

    public double[] Curvature { get; }
}
