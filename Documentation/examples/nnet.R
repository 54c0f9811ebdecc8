# Probabilities by a network of R's package nnet. Fits the points in the file that BOUNDARYPLOT_TRAIN names, and answers the
# points on standard input.
library(nnet)

train <- read.csv(Sys.getenv("BOUNDARYPLOT_TRAIN"), check.names = FALSE)
points <- read.csv(file("stdin"), check.names = FALSE)

# The last column is the label. Both features get the scale of the training points.
x <- scale(train[-ncol(train)])
points <- scale(points, attr(x, "scaled:center"), attr(x, "scaled:scale"))

set.seed(0)
classes <- class.ind(train[[ncol(train)]])
model <- nnet(x, classes, size = 8, decay = 0.01, softmax = TRUE, maxit = 500, trace = FALSE)
write.csv(predict(model, points), row.names = FALSE)
