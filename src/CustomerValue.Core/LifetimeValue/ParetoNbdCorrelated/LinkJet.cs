using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.ParetoNbdCorrelated;

/// <summary>
/// e = ln(e^h − 1) = −ln of the odds L/(1 − L), where h = shape·ln(1 + 1/scale) = −ln L, with first and second derivatives of both by
/// the logs of shape and scale.
/// </summary>
internal readonly struct LinkJet
{
    public LinkJet(double shape, double scale)
    {
        H = shape * SpecialFunctions.Log1P(1 / scale);
        Odds = 1 / SpecialFunctions.Expm1(H);
        Value = H > 30 ? H : Math.Log(SpecialFunctions.Expm1(H));
        HScale = -shape / (scale + 1);
        double curve = -Odds * (1 + Odds);
        Shape = (1 + Odds) * H;
        Scale = (1 + Odds) * HScale;
        ShapeShape = Shape + (curve * H * H);
        ShapeScale = Scale + (curve * H * HScale);
        ScaleScale = ((1 + Odds) * shape * scale / ((scale + 1) * (scale + 1))) + (curve * HScale * HScale);
    }

    public double H { get; }

    public double Odds { get; }

    public double Value { get; }

    public double HScale { get; }

    public double Shape { get; }

    public double Scale { get; }

    public double ShapeShape { get; }

    public double ShapeScale { get; }

    public double ScaleScale { get; }
}
