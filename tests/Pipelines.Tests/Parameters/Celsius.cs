using System.ComponentModel;

namespace Pipelines.Tests.Parameters;

[TypeConverter(typeof(CelsiusConverter))]
internal sealed record Celsius(double Degrees);
