const react = { runtime: "automatic" };

export default {
  mode: "production",
  entry: "./main.tsx",
  module: {
    rules: [
      {
        test: /\.tsx$/,
        loader: "builtin:swc-loader",
        options: { jsc: { parser: { syntax: "typescript", tsx: true }, transform: { react } } },
      },
      {
        test: /\.ts$/,
        loader: "builtin:swc-loader",
        options: { jsc: { parser: { syntax: "typescript" } } },
      },
      { test: /\.css$/, type: "css" },
    ],
  },
};
