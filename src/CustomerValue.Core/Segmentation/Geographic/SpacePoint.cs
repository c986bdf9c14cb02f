namespace CustomerValue.Segmentation.Geographic;

/// <summary>A point in space.</summary>
internal readonly struct SpacePoint
{
    public SpacePoint(double x, double y, double z) => (X, Y, Z) = (x, y, z);

    public double X { get; }

    public double Y { get; }

    public double Z { get; }

    public static double SquaredDistance(in SpacePoint a, in SpacePoint b)
    {
        double x = a.X - b.X, y = a.Y - b.Y, z = a.Z - b.Z;
        return (x * x) + (y * y) + (z * z);
    }
}
